import { extraHosts, isExternal, isInternal, isOverlay, networkName } from './service-names.js';
import type { ComposeService, Stack } from './stack.js';
import { child, items, text } from './yaml-node.js';

/** How one service sees the network. */
export interface NetworkView {
  /** `unknown`: the container of another project, the default bridge, a mode that the files do not explain. */
  readonly mode: 'networks' | 'host' | 'none' | 'unknown';
  /** The service whose network namespace it is in: itself, or the one of `network_mode: service:NAME`. */
  readonly owner: ComposeService;
  /** Real names of its networks. */
  readonly networks: ReadonlySet<string>;
  /** Names may resolve that these files cannot tell: on external networks, by a DNS server or domain of its own. */
  readonly knowsOthers: boolean;
  /** One of its networks spans the machines of a swarm. */
  readonly ofSwarm: boolean;
  /** Nothing outside its networks can be reached. */
  readonly closed: boolean;
  readonly extraHosts: ReadonlyMap<string, string>;
}

const views = new WeakMap<Stack, Map<ComposeService, NetworkView>>();

/** The view of a service, worked out once. */
export function networkView(stack: Stack, service: ComposeService): NetworkView {
  let known = views.get(stack);
  if (!known) views.set(stack, (known = new Map<ComposeService, NetworkView>()));
  let view = known.get(service);
  if (!view) known.set(service, (view = look(stack, service)));
  return view;
}

/** Every service in the network namespace of `owner`, the owner first: they share addresses and ports. */
export function namespaceOf(stack: Stack, owner: ComposeService): readonly ComposeService[] {
  let byOwner = guests.get(stack);
  if (!byOwner) {
    byOwner = new Map();
    for (const service of stack.project.services) {
      if (!service.networkMode?.value.startsWith('service:')) continue;
      const host = ownerOf(stack, service);
      byOwner.set(host, [...(byOwner.get(host) ?? []), service]);
    }
    guests.set(stack, byOwner);
  }
  return [owner, ...(byOwner.get(owner) ?? []).filter((guest) => guest !== owner)];
}

const guests = new WeakMap<Stack, Map<ComposeService, readonly ComposeService[]>>();

function ownerOf(stack: Stack, service: ComposeService): ComposeService {
  const seen = new Set<ComposeService>();
  let owner = service;
  while (!seen.has(owner)) {
    seen.add(owner);
    const name = /^service:(.+)$/.exec(owner.networkMode?.value ?? '')?.[1];
    const next = name === undefined ? undefined : stack.project.services.find((one) => one.name === name);
    if (!next) return owner;
    owner = next;
  }
  return owner;
}

function look(stack: Stack, service: ComposeService): NetworkView {
  const owner = ownerOf(stack, service);
  const names = [...owner.networks.keys()];
  const networks = new Set(names.map((network) => networkName(stack, network)));
  const written = owner.networkMode?.value;
  // The predefined networks of Docker, joined as external ones, are what the modes of those names are.
  const mode =
    written === 'host' || (names.length === 1 && networks.has('host'))
      ? 'host'
      : written === 'none'
        ? 'none'
        : (written === undefined || written === '') && !networks.has('bridge') && names.length > 0
          ? 'networks'
          : 'unknown';
  const ownResolver =
    ['dns', 'dns_search'].some((key) => child(owner.node, key) !== undefined) ||
    items(child(owner.node, 'external_links')).some((link) => text(link) !== undefined);
  return {
    mode,
    owner,
    networks,
    knowsOthers: ownResolver || names.some((network) => isExternal(stack, network)),
    ofSwarm: names.some((network) => isOverlay(stack, network)),
    closed: mode === 'networks' && names.every((network) => isInternal(stack, network)),
    extraHosts: extraHosts(owner),
  };
}
