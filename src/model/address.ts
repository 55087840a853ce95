import type { ComposeService, Stack } from './stack.js';

/** A scrape target or other address split in two; the port is undefined when none is written. */
export interface Address {
  readonly host: string;
  readonly port?: number | undefined;
}

/** Splits `HOST:PORT`, `[IPV6]:PORT` or `HOST`; undefined when it is none of them. */
export function splitAddress(written: string): Address | undefined {
  const match = /^(?:\[([0-9a-fA-F:.%]+)\]|([^\s/:[\]]+))(?::(\d{1,5}))?$/.exec(written);
  if (!match) return undefined;
  const port = match[3] === undefined ? undefined : Number(match[3]);
  if (port !== undefined && port > 65_535) return undefined;
  return { host: match[1] ?? match[2] ?? '', port };
}

/** What a host name means inside a container of one service. */
export type HostMeaning =
  | { readonly kind: 'service'; readonly service: ComposeService; readonly shared: boolean }
  /** A service whose profile is off. */
  | { readonly kind: 'inactive'; readonly service: ComposeService }
  /** The container itself. */
  | { readonly kind: 'localhost' }
  /** Nothing that the compose files can tell: an address, a domain name, an extra host. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'unknown' };

/** What `host` means to `from`, by the names Compose publishes on its networks. */
export function meaningOfHost(stack: Stack, from: ComposeService, host: string): HostMeaning {
  if (from.networkMode) return { kind: 'outside' };
  const name = host.toLowerCase();
  if (name === 'localhost' || name.startsWith('127.') || name === '::1' || name === '0.0.0.0')
    return { kind: 'localhost' };
  const { active, inactive } = namesOf(stack);
  const service = active.get(name) ?? active.get(from.links.get(host)?.toLowerCase() ?? '');
  if (service) return { kind: 'service', service, shared: shareNetwork(from, service) };
  const off = inactive.get(name);
  if (off) return { kind: 'inactive', service: off };
  if (/[.:]/.test(name) || from.extraHosts.includes(host) || isGeneratedContainerName(active, name))
    return { kind: 'outside' };
  return hasNamesFromElsewhere(stack, from) ? { kind: 'outside' } : { kind: 'unknown' };
}

type Names = ReadonlyMap<string, ComposeService>;
const known = new WeakMap<Stack, { readonly active: Names; readonly inactive: Names }>();

/** Every name that services answer to, in lower case; built once a stack, since stacks have many targets. */
function namesOf(stack: Stack): { readonly active: Names; readonly inactive: Names } {
  let names = known.get(stack);
  if (!names) {
    names = { active: index(stack.project.services), inactive: index(stack.project.inactive) };
    known.set(stack, names);
  }
  return names;
}

/** The first service that has a name keeps it. */
function index(services: readonly ComposeService[]): Names {
  const names = new Map<string, ComposeService>();
  for (const service of services) {
    const aliases = [...service.networks.values()].flat();
    for (const name of [service.name, service.containerName?.value ?? service.name, ...aliases])
      if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), service);
  }
  return names;
}

function shareNetwork(from: ComposeService, to: ComposeService): boolean {
  if (from.name === to.name) return true;
  return [...from.networks.keys()].some((network) => to.networks.has(network));
}

/** `PROJECT-SERVICE-1`, which resolves too, or its Compose v1 form with underscores. */
function isGeneratedContainerName(names: Names, name: string): boolean {
  const rest = /^(.*)[-_]\d+$/.exec(name)?.[1];
  if (rest === undefined) return false;
  return [...rest.matchAll(/[-_]/g)].some(({ index: at }) => names.has(rest.slice(at + 1)));
}

/** On an external network other projects publish names that these files cannot tell. */
function hasNamesFromElsewhere(stack: Stack, from: ComposeService): boolean {
  const networks = stack.project.root.entries.get('networks')?.value;
  if (networks?.kind !== 'mapping') return false;
  return [...from.networks.keys()].some((name) => {
    const definition = networks.entries.get(name)?.value;
    const external = definition?.kind === 'mapping' ? definition.entries.get('external')?.value : undefined;
    return external !== undefined && !(external.kind === 'scalar' && external.value === false);
  });
}

/** The container ports a service is known to offer: published and exposed ones. */
export function declaredPorts(service: ComposeService): ReadonlySet<number> {
  return new Set([...service.ports.map((port) => port.containerPort), ...service.expose.map((port) => port.value)]);
}
