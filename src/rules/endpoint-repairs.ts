import { declaredPorts } from '../model/address.js';
import { namespaceOf, networkView } from '../model/network-view.js';
import { nearest } from '../model/nearest.js';
import { serviceNames } from '../model/service-names.js';
import type { ComposeService, Stack } from '../model/stack.js';
import type { Endpoint } from './endpoint.js';
import { knownOf } from './known-service.js';
import { knownPorts, portState } from './port-state.js';
import { replaceWithin } from './edits.js';
import type { Problem } from './rule.js';

/** What to write in place of host and port, as words and as an edit. */
export function rewritten(
  { at, written, port: before, hostOnly }: Endpoint,
  host: string,
  port: number | undefined,
  isSafe: boolean,
): Pick<Problem, 'help' | 'fix'> {
  if (hostOnly && port !== before) return { help: `write port ${String(port)}` };
  const whole = port === undefined || hostOnly ? host : `${host}:${String(port)}`;
  const help = `write "${whole}"`;
  if (!written) return { help };
  // A port that was not written is not added unless it changes.
  const keepsPort = port === before && !/:\d+$/.test(written.authority);
  const text = written.before + (keepsPort ? host : whole);
  const edit = replaceWithin(at, written.before + written.authority, text);
  if (!edit) return { help };
  return {
    help,
    fix: {
      safety: isSafe ? 'safe' : 'suggested',
      title: `write "${text.slice(written.before.length)}"`,
      edits: [edit],
    },
  };
}

/** The names that resolve for a service, each with what it leads to. */
export interface VisibleNames {
  readonly services: readonly string[];
  readonly byName: ReadonlyMap<string, ComposeService>;
  readonly similar: Map<string, string | undefined>;
  /** How many names may still be compared: thousands of unknown hosts need no suggestion each. */
  budget: number;
}

const COMPARISONS = 50_000;

const visible = new WeakMap<ComposeService, VisibleNames>();

/** Worked out once a service, since a job may have thousands of targets that nobody answers to. */
export function visibleNames(stack: Stack, asker: ComposeService): VisibleNames {
  let names = visible.get(asker);
  if (!names) {
    const view = networkView(stack, asker);
    const byName = new Map<string, ComposeService>();
    for (const service of stack.project.services)
      for (const name of [service.name, service.containerName?.value])
        if (name !== undefined && service.networks.size > 0 && service !== view.owner) byName.set(name, service);
    for (const [name, found] of serviceNames(stack).active)
      for (const { service, network } of found)
        if (network !== undefined && view.networks.has(network) && /[a-z]/i.test(name)) byName.set(name, service);
    names = {
      services: stack.project.services.map(({ name }) => name),
      byName,
      similar: new Map(),
      budget: COMPARISONS,
    };
    visible.set(asker, names);
  }
  return names;
}

/** The name that a misspelt one was meant to be. `isClose`: only it can be meant, and it answers on that port. */
export function similarName(
  stack: Stack,
  { asker, host, port }: Endpoint,
  names: VisibleNames,
): { readonly name: string; readonly service: ComposeService; readonly isClose: boolean } | undefined {
  const { byName, similar } = names;
  if (!similar.has(host)) {
    names.budget -= byName.size;
    similar.set(host, names.budget < 0 ? undefined : nearest(host, byName.keys()));
  }
  const name = similar.get(host);
  const service = name === undefined ? undefined : byName.get(name);
  if (name === undefined || service === undefined) return undefined;
  const answers =
    port !== undefined && (portState(stack, service, port).kind === 'open' || declaredPorts(service).size === 0);
  const isShared = [...networkView(stack, service).networks].some((one) => networkView(stack, asker).networks.has(one));
  return { name, service, isClose: answers && isShared && Math.abs(name.length - host.length) <= 1 };
}

/** Who listens on the port of an address that means the asker itself. */
export interface Offering {
  /** Whether the asker does: `unlikely` when its program is not known well enough to be sure. */
  readonly own: 'open' | 'closed' | 'unlikely';
  /** The only other service that has the port, and its container port. */
  readonly only?: { readonly service: ComposeService; readonly port: number } | undefined;
}

const offers = new WeakMap<ComposeService, Map<number, Offering>>();

/** Worked out once a service and port. */
export function offering(stack: Stack, { asker, port = 0 }: Endpoint): Offering {
  let known = offers.get(asker);
  if (!known) offers.set(asker, (known = new Map<number, Offering>()));
  let found = known.get(port);
  if (!found) known.set(port, (found = { own: ownState(stack, asker, port), only: onlyOther(stack, asker, port) }));
  return found;
}

function ownState(stack: Stack, asker: ComposeService, port: number): Offering['own'] {
  const members = namespaceOf(stack, networkView(stack, asker).owner);
  const state = portState(stack, asker, port);
  if (state.kind === 'open') return 'open';
  // What shares the namespace may listen on any port when nothing is known of it.
  if (members.some((one) => one !== asker && knownPorts(stack, one) === undefined)) return 'open';
  const isPlain =
    members.length === 1 && !asker.hasBuild && asker.entrypoint.length === 0 && knownOf(asker) !== undefined;
  return isPlain ? 'closed' : 'unlikely';
}

/** The only service on a network of the asker that has the port, on the host or in its container. */
function onlyOther(stack: Stack, asker: ComposeService, port: number): Offering['only'] {
  const { networks } = networkView(stack, asker);
  const found = (portOwners(stack).get(port) ?? []).filter(({ service }) => {
    const view = networkView(stack, service);
    return service !== asker && view.owner === service && [...view.networks].some((one) => networks.has(one));
  });
  return found.length === 1 ? found[0] : undefined;
}

type PortOwners = ReadonlyMap<number, readonly NonNullable<Offering['only']>[]>;
const owners = new WeakMap<Stack, PortOwners>();

/** Who has which port, with the port of its container; each service once a port. Worked out once a stack. */
function portOwners(stack: Stack): PortOwners {
  let ports = owners.get(stack);
  if (!ports) {
    const byPort = new Map<number, NonNullable<Offering['only']>[]>();
    for (const service of stack.project.services) {
      const own = new Map<number, number>();
      for (const { port } of knownPorts(stack, service) ?? []) own.set(port, port);
      for (const port of declaredPorts(service)) own.set(port, port);
      for (const { hostPort, containerPort } of service.ports)
        if (hostPort !== undefined) own.set(hostPort, containerPort);
      for (const [port, inside] of own) {
        const list = byPort.get(port);
        if (list) list.push({ service, port: inside });
        else byPort.set(port, [{ service, port: inside }]);
      }
    }
    owners.set(stack, (ports = byPort));
  }
  return ports;
}
