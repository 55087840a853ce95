import type { ContainerSnapshot } from './observation.js';

/** What Docker's DNS server at 127.0.0.11 answers to a container. */
export interface Resolution {
  /** `networks`: containers that share a network have the name; `literal`: it is an address; `own`: the container itself. */
  readonly kind: 'networks' | 'literal' | 'own' | 'outside' | 'none';
  readonly addresses: readonly string[];
  /** The containers that have one of the addresses. */
  readonly containers: readonly ContainerSnapshot[];
}

/**
 * Resolves a host name as the container `from` would, from what Docker tells of networks and names, without asking anybody. `outside`
 * is a name that only the world may know. https://docs.docker.com/engine/network/#dns-services
 */
export function resolveName(
  host: string,
  from: ContainerSnapshot,
  containers: readonly ContainerSnapshot[],
): Resolution {
  const name = host.toLowerCase().replace(/(.)\.$/, '$1');
  if (isAddress(name)) {
    const owners = containers.filter((container) => addressesOf(container).includes(name));
    return isLoopbackName(name) ? own(from) : { kind: 'literal', addresses: [name], containers: owners };
  }
  if (isLoopbackName(name)) return own(from);
  const found = (from.networks ?? []).flatMap((network) =>
    containers.flatMap((container) => {
      const there = container.networks?.find((one) => one.name === network.name);
      if (!there || !hasName(there.names, name, network.name)) return [];
      const addresses = [there.address, there.address6].filter((address) => address !== '');
      return addresses.map((address) => ({ address, container }));
    }),
  );
  if (found.length > 0)
    return {
      kind: 'networks',
      addresses: [...new Set(found.map(({ address }) => address))],
      containers: [...new Set(found.map(({ container }) => container))],
    };
  return { kind: name.includes('.') || isOnHost(from) ? 'outside' : 'none', addresses: [], containers: [] };
}

/** Containers that have the name on any network of theirs, also one that the asker is not on. */
export function containersNamed(host: string, containers: readonly ContainerSnapshot[]): ContainerSnapshot[] {
  const name = host.toLowerCase();
  return containers.filter(({ networks = [], service }) =>
    networks.length > 0 ? networks.some((network) => hasName(network.names, name, network.name)) : service === name,
  );
}

function hasName(names: readonly string[], name: string, network: string): boolean {
  return names.some((one) => one.toLowerCase() === name || `${one}.${network}`.toLowerCase() === name);
}

function own(from: ContainerSnapshot): Resolution {
  return { kind: 'own', addresses: isOnHost(from) ? ['127.0.0.1'] : addressesOf(from), containers: [from] };
}

function addressesOf({ networks = [] }: ContainerSnapshot): string[] {
  return networks.flatMap(({ address, address6 }) => [address, address6]).filter((address) => address !== '');
}

function isOnHost({ networkMode }: ContainerSnapshot): boolean {
  return networkMode === 'host';
}

function isAddress(name: string): boolean {
  return /^\d+(?:\.\d+){3}$/.test(name) || name.includes(':');
}

function isLoopbackName(name: string): boolean {
  return name === 'localhost' || name === '::1' || /^127\.[\d.]+$/.test(name);
}
