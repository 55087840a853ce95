import type { ContainerFacts, ContainerNetwork } from '../../model/container-facts.js';
import type { InspectedContainer, InspectedNetwork } from './engine.js';

/** The part of an inspected container that a diagnosis needs, besides its state. */
export function containerFacts(container: InspectedContainer): ContainerFacts {
  const { State: state, Config: config, HostConfig: host, NetworkSettings: network } = container;
  return {
    pid: state.Pid ?? 0,
    user: config.User ?? '',
    command: [...(container.Path === undefined ? [] : [container.Path]), ...(container.Args ?? [])],
    ...(host.NetworkMode === undefined ? {} : { networkMode: host.NetworkMode }),
    networks: Object.entries(network.Networks ?? {}).map(([name, one]) => toNetwork(name, one)),
    mounts: (container.Mounts ?? []).map((mount) => ({
      kind: mount.Type,
      source: mount.Name ?? mount.Source ?? '',
      target: mount.Destination,
      writable: mount.RW,
    })),
  };
}

function toNetwork(name: string, network: InspectedNetwork): ContainerNetwork {
  const { IPAddress, GlobalIPv6Address = '', Aliases, DNSNames } = network;
  return { name, address: IPAddress, address6: GlobalIPv6Address, names: [...new Set(DNSNames ?? Aliases ?? [])] };
}
