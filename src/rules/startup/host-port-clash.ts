import { addressesOverlap } from '../../model/host-address.js';
import type { ComposeService, PortMapping } from '../../model/stack.js';
import { child, text } from '../../model/yaml-node.js';
import type { Problem, StackRule } from '../rule.js';
import { serverListeners } from '../server-listeners.js';

interface Published {
  readonly service: ComposeService;
  readonly mapping: PortMapping;
}

/** Host ports that are wanted more than once. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'startup/host-port-clash',
  severity: 'error',
  summary: 'two containers publish the same port of the host',
  why: 'A port of the host leads to one container. Docker starts the first and refuses the second: "port is already allocated".',
  remedy:
    'publish another port of the host, on another address of it, or none: between containers nothing has to be published',
  check: ({ project }) =>
    (['tcp', 'udp'] as const).flatMap((protocol) => {
      const taken = new Map<number, Published[]>();
      const services = project.services.filter((service) => copiesOf(service).count > 0);
      const clashes = services.flatMap((service) => clashesOf(service, protocol, taken));
      return protocol === 'tcp' ? [...clashes, ...services.flatMap((service) => onHost(service, taken))] : clashes;
    }),
};

/** How many containers a service has, and where that is written. */
function copiesOf({ node }: ComposeService): { count: number; at?: PortMapping['at'] } {
  const written = child(node, 'deploy', 'replicas') ?? child(node, 'scale');
  return written ? { count: Number(text(written) ?? 1), at: written.at } : { count: 1 };
}

/** A server in the network of the host listens there itself. */
function onHost(service: ComposeService, taken: ReadonlyMap<number, Published[]>): Problem[] {
  if (service.networkMode?.value !== 'host') return [];
  const listeners = serverListeners(service);
  return (listeners?.ports ?? []).flatMap(({ port, address, by }) => {
    const other = taken.get(port)?.find(({ mapping }) => addressesOverlap(mapping.hostAddress, address));
    if (!other) return [];
    return [
      {
        message: `service "${service.name}" listens on port ${String(port)} of the host, which service "${other.service.name}" publishes`,
        at: by?.at ?? service.networkMode?.at,
        help: `publish another port than ${String(port)} for "${other.service.name}", or let "${service.name}" listen elsewhere`,
        subject: { service: service.name },
        related: [{ message: `port ${String(port)} is published here`, at: other.mapping.at }],
        severity: 'warning' as const,
      },
    ];
  });
}

function clashesOf(service: ComposeService, protocol: 'tcp' | 'udp', taken: Map<number, Published[]>): Problem[] {
  const problems: Problem[] = [];
  // A range is one thing that is wrong.
  let reported: PortMapping['at'] | undefined;
  const mappings = protocol === 'tcp' ? service.ports : service.udpPorts;
  // Without a network of its own nothing is published.
  if (service.networkMode && !['bridge', 'default'].includes(service.networkMode.value)) return [];
  for (const mapping of mappings) {
    const { hostPort } = mapping;
    if (hostPort === undefined || hostPort === 0) continue;
    const others = taken.get(hostPort) ?? [];
    taken.set(hostPort, [...others, { service, mapping }]);
    if (reported === mapping.at) continue;
    const other = others.find(
      (one) => addressesOverlap(one.mapping.hostAddress, mapping.hostAddress) && !inTurn(one.service, service),
    );
    const problem = other ? clash(service, mapping, other, protocol) : ofCopies(service, mapping, protocol);
    if (!problem) continue;
    problems.push(problem);
    reported = mapping.at;
  }
  return problems;
}

/** Whether one service starts when the other has ended, which gives its ports back. */
function inTurn(a: ComposeService, b: ComposeService): boolean {
  const waits = (one: ComposeService, other: ComposeService): boolean =>
    one.dependsOn.some(
      ({ service, condition }) => service === other.name && condition === 'service_completed_successfully',
    );
  return waits(a, b) || waits(b, a);
}

function clash(service: ComposeService, { hostPort, at }: PortMapping, other: Published, protocol: string): Problem {
  const port = `${protocol === 'udp' ? 'UDP port' : 'port'} ${String(hostPort)}`;
  const whose = other.service === service ? 'twice' : `, which service "${other.service.name}" publishes already`;
  return {
    message: `service "${service.name}" publishes ${port} of the host${whose === 'twice' ? ' twice' : whose}`,
    at,
    help: `publish another port than ${String(hostPort)}, or remove the entry`,
    subject: { service: service.name },
    related: [{ message: `${port} is published here`, at: other.mapping.at }],
  };
}

function ofCopies(service: ComposeService, { hostPort, at }: PortMapping, protocol: string): Problem | undefined {
  const { count, at: countAt } = copiesOf(service);
  if (!countAt || !(count > 1)) return undefined;
  const port = `${protocol === 'udp' ? 'UDP port' : 'port'} ${String(hostPort)}`;
  return {
    message: `service "${service.name}" has ${String(count)} containers that all publish ${port} of the host`,
    at,
    help: `publish a range of ${String(count)} ports of the host, such as "${String(hostPort)}-${String((hostPort ?? 0) + count - 1)}", or leave the host port away`,
    subject: { service: service.name },
    related: [{ message: 'the number of containers', at: countAt }],
  };
}
