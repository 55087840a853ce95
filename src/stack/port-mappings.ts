import type { PortMapping } from '../model/stack.js';
import type { Located } from '../model/source.js';
import { child, items, text, type YamlNode } from '../model/yaml-node.js';

/** More ports than this in one range is no mapping that a stack would have. */
const LARGEST_RANGE = 1000;
const SHORT =
  /^(?:(?:(?<address>\[[^\]]*\]|[^:[\]]*):)?(?<host>[0-9-]*):)?(?<container>[0-9]+(?:-[0-9]+)?)(?:\/(?<protocol>[a-z]+))?$/;

/** The published TCP ports, short and long syntax. What is no valid port is left to the schema. */
export function portMappings(node: YamlNode | undefined): PortMapping[] {
  return items(node).flatMap((item) => (item.kind === 'mapping' ? longPort(item) : shortPort(text(item) ?? '', item)));
}

function longPort(node: YamlNode): PortMapping[] {
  if ((text(child(node, 'protocol')) ?? 'tcp') !== 'tcp') return [];
  return pairs(text(child(node, 'target')) ?? '', text(child(node, 'published')) ?? '', node);
}

function shortPort(written: string, node: YamlNode): PortMapping[] {
  const match = SHORT.exec(written)?.groups;
  if (!match || (match['protocol'] ?? 'tcp') !== 'tcp') return [];
  return pairs(match['container'] ?? '', match['host'] ?? '', node);
}

function pairs(container: string, host: string, node: YamlNode): PortMapping[] {
  const containerPorts = portRange(container);
  const hostPorts = portRange(host);
  return containerPorts.map((containerPort, index) => ({
    containerPort,
    // A host range for one container port means "any of these": Docker picks.
    hostPort: hostPorts.length === containerPorts.length ? hostPorts[index] : undefined,
    at: node.at,
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
