import type { ComposeService, Stack } from './stack.js';
import { child, entries, text } from './yaml-node.js';

/** One name that a service answers to. */
export interface ServiceName {
  readonly service: ComposeService;
  /** The real name of the network on which alone it has the name; undefined for every network that it is on. */
  readonly network?: string | undefined;
}

/** Names in lower case, as Docker's resolver compares them. */
export interface ServiceNames {
  readonly active: ReadonlyMap<string, readonly ServiceName[]>;
  readonly inactive: ReadonlyMap<string, readonly ServiceName[]>;
}

const known = new WeakMap<Stack, ServiceNames>();

/** Every name that services answer to; built once a stack, since stacks have many targets. */
export function serviceNames(stack: Stack): ServiceNames {
  let names = known.get(stack);
  if (!names) {
    names = { active: index(stack, stack.project.services), inactive: index(stack, stack.project.inactive) };
    known.set(stack, names);
  }
  return names;
}

/**
 * The name of the service, its container_name and its hostname (Engine 20.10 and newer) are known on each of its networks, aliases
 * and fixed addresses on one. Verified on Docker Engine 28; for host names see https://github.com/moby/moby/pull/39204.
 */
function index(stack: Stack, services: readonly ComposeService[]): ReadonlyMap<string, readonly ServiceName[]> {
  const names = new Map<string, ServiceName[]>();
  const add = (name: string | undefined, service: ComposeService, network?: string): void => {
    if (name === undefined || name === '') return;
    const key = name.toLowerCase();
    const list = names.get(key);
    if (list) list.push({ service, network });
    else names.set(key, [{ service, network }]);
  };
  for (const service of services) {
    add(service.name, service);
    add(service.containerName?.value, service);
    add(service.hostname?.value, service);
    for (const [network, aliases] of service.networks) {
      const real = networkName(stack, network);
      for (const alias of aliases) add(alias, service, real);
      for (const key of ['ipv4_address', 'ipv6_address'])
        add(text(child(service.node, 'networks', network, key)), service, real);
    }
  }
  return names;
}

/** What Docker calls a network of the project. */
export function networkName(stack: Stack, network: string): string {
  const definition = definitionOf(stack, network);
  const named = text(child(definition, 'name')) ?? text(child(definition, 'external', 'name'));
  return named ?? (isExternal(stack, network) ? network : `${stack.project.name}_${network}`);
}

/** Whether other projects may be on a network too, with names that these files cannot tell. */
export function isExternal(stack: Stack, network: string): boolean {
  const external = child(definitionOf(stack, network), 'external');
  return external !== undefined && !(external.kind === 'scalar' && external.value === false);
}

/** Whether a network spans the machines of a swarm, where names such as `tasks.NAME` resolve. */
export function isOverlay(stack: Stack, network: string): boolean {
  return text(child(definitionOf(stack, network), 'driver')) === 'overlay';
}

/** Whether a network has no way out. */
export function isInternal(stack: Stack, network: string): boolean {
  const internal = child(definitionOf(stack, network), 'internal');
  return internal?.kind === 'scalar' && internal.value === true && !isExternal(stack, network);
}

function definitionOf(stack: Stack, network: string): ReturnType<typeof child> {
  return child(stack.project.root, 'networks', network);
}

/** `NAME:ADDRESS`, `NAME=ADDRESS` or a mapping, in lower case. */
export function extraHosts(service: ComposeService): ReadonlyMap<string, string> {
  const node = child(service.node, 'extra_hosts');
  const hosts = new Map<string, string>();
  if (node?.kind === 'sequence')
    for (const item of node.items) {
      const [, name, address] = /^([^:=]+)[:=](.*)$/s.exec(text(item) ?? '') ?? [];
      if (name !== undefined) hosts.set(name.trim().toLowerCase(), (address ?? '').trim());
    }
  for (const [name, { value }] of entries(node)) hosts.set(name.toLowerCase(), text(value) ?? '');
  return hosts;
}
