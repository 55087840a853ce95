import type { PortMapping } from '../model/stack.js';
import type { Located } from '../model/source.js';
import { splitPort, type ShortPort } from '../model/port-syntax.js';
import { child, items, text, type YamlNode } from '../model/yaml-node.js';

/** More ports than this in one range is no mapping that a stack would have. */
const LARGEST_RANGE = 1000;

/** The published ports of a protocol, short and long syntax; equal ones are one. What is no valid port is left to the rules. */
export function portMappings(node: YamlNode | undefined, protocol: 'tcp' | 'udp'): PortMapping[] {
  const unique = new Map<string, PortMapping>();
  for (const item of items(node)) {
    const written = item.kind === 'mapping' ? longPort(item) : splitPort(text(item) ?? '');
    if (!written || written.protocol.toLowerCase() !== protocol) continue;
    for (const mapping of pairs(written, item.at)) {
      const host = mapping.hostPort ?? written.published;
      const key = `${written.address} ${String(host)} ${String(mapping.containerPort)}`;
      // A later one takes the place of an earlier one.
      unique.set(key, mapping);
    }
  }
  return [...unique.values()];
}

function longPort(node: YamlNode): ShortPort {
  const key = (name: string): string => text(child(node, name)) ?? '';
  return {
    address: key('host_ip'),
    published: key('published'),
    target: key('target'),
    protocol: key('protocol') || 'tcp',
  };
}

function pairs({ address, target, published }: ShortPort, at: PortMapping['at']): PortMapping[] {
  const containerPorts = portRange(target);
  const hostPorts = portRange(published);
  return containerPorts.map((containerPort, index) => ({
    containerPort,
    // A host range for one container port means "any of these": Docker picks.
    hostPort: hostPorts.length === containerPorts.length ? hostPorts[index] : undefined,
    hostAddress: address,
    at,
  }));
}

function portRange(written: string): number[] {
  const [first, last] = written.split('-').map(Number);
  if (written === '' || first === undefined || Number.isNaN(first)) return [];
  const count = Math.min(Math.max((last ?? first) - first + 1, 0), LARGEST_RANGE);
  return Array.from({ length: count }, (_, index) => first + index);
}

/** The container ports of `expose`, ranges expanded, TCP only. */
export function exposedPorts(node: YamlNode | undefined): Located<number>[] {
  return items(node).flatMap((item) => {
    const [ports, protocol] = (text(item) ?? '').split('/');
    if (protocol !== undefined && protocol !== 'tcp') return [];
    return portRange(ports ?? '').map((value) => ({ value, at: item.at }));
  });
}
