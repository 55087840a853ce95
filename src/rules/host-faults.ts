import { declaredPorts } from '../model/address.js';
import { networkView } from '../model/network-view.js';
import type { ComposeService, PortMapping, Stack } from '../model/stack.js';
import type { Endpoint } from './endpoint.js';
import type { Fault } from './endpoint-faults.js';
import { rewritten } from './endpoint-repairs.js';

interface Published {
  readonly service: ComposeService;
  readonly mapping: PortMapping;
}

interface MachinePorts {
  readonly byHostPort: ReadonlyMap<number, readonly Published[]>;
  readonly byContainerPort: ReadonlyMap<number, readonly Published[]>;
  readonly exposed: ReadonlyMap<number, readonly ComposeService[]>;
  readonly hasHostServices: boolean;
}

const known = new WeakMap<Stack, MachinePorts>();

/** Who has which port of the machine; worked out once a stack. */
function machinePorts(stack: Stack): MachinePorts {
  let ports = known.get(stack);
  if (!ports) {
    const byHostPort = new Map<number, Published[]>();
    const byContainerPort = new Map<number, Published[]>();
    const exposed = new Map<number, ComposeService[]>();
    for (const service of stack.project.services) {
      for (const mapping of service.ports) {
        if (mapping.hostPort !== undefined) push(byHostPort, mapping.hostPort, { service, mapping });
        push(byContainerPort, mapping.containerPort, { service, mapping });
      }
      for (const port of declaredPorts(service)) push(exposed, port, service);
    }
    const hasHostServices = stack.project.services.some((one) => networkView(stack, one).mode === 'host');
    ports = { byHostPort, byContainerPort, exposed, hasHostServices };
    known.set(stack, ports);
  }
  return ports;
}

function push<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** What is wrong with an address that means the machine that Docker runs on. */
export function faultOfMachine(stack: Stack, endpoint: Endpoint): Fault | undefined {
  const { meaning, asker, host, port } = endpoint;
  if (meaning.kind === 'no-gateway')
    return {
      kind: 'gateway-missing',
      problem: {
        message: `resolves on Linux only with an entry for it in extra_hosts of service "${asker.name}"`,
        help: `add the entry "${host}:host-gateway" to extra_hosts of service "${asker.name}"`,
        related: [{ message: 'the service is defined here', at: asker.at }],
      },
    };
  if (meaning.kind !== 'machine') return undefined;
  if (meaning.through === 'host-network') return ofHostNetwork(stack, endpoint);
  if (networkView(stack, asker).closed) return closedIn(endpoint);
  const published = port === undefined ? [] : (machinePorts(stack).byHostPort.get(port) ?? []);
  const [first] = published;
  if (!first || !published.every(({ mapping }) => isLoopback(mapping.hostAddress))) return undefined;
  return {
    kind: 'port-on-loopback',
    problem: {
      message: `is a port that service "${first.service.name}" publishes on ${first.mapping.hostAddress} alone, where containers cannot reach it`,
      ...rewritten(endpoint, first.service.name, first.mapping.containerPort, false),
      subject: { service: first.service.name },
      related: [{ message: 'published here', at: first.mapping.at }],
    },
  };
}

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || address === 'localhost';
}

/** The gateway of an internal network leads nowhere. Verified on Docker Engine 28. */
function closedIn({ asker, askerTitle }: Endpoint): Fault {
  return {
    kind: 'from-internal-network',
    problem: {
      message: `is the host, which ${askerTitle} cannot reach: its networks ${[...asker.networks.keys()].join(', ')} are internal`,
      help: `give service "${asker.name}" another network that is not internal`,
      related: [{ message: 'the service is defined here', at: asker.at }],
    },
  };
}

/** On the host network localhost is the machine, where published ports answer. */
function ofHostNetwork(stack: Stack, endpoint: Endpoint): Fault | undefined {
  const { askerTitle, host, port } = endpoint;
  if (port === undefined) return undefined;
  const ports = machinePorts(stack);
  if (ports.byHostPort.has(port)) return undefined;
  const [published, another] = ports.byContainerPort.get(port) ?? [];
  const hostPort = another ? undefined : published?.mapping.hostPort;
  if (published && hostPort !== undefined)
    return {
      kind: 'from-host-network',
      problem: {
        message: `uses port ${String(port)} of service "${published.service.name}", which on the host, where ${askerTitle} is, is ${String(hostPort)}`,
        ...rewritten(endpoint, host, hostPort, !ports.hasHostServices),
        severity: 'warning',
        subject: { service: published.service.name },
        related: [{ message: 'published here', at: published.mapping.at }],
      },
    };
  const [exposing, more] = ports.exposed.get(port) ?? [];
  if (!exposing || more || published || networkView(stack, exposing).mode === 'host') return undefined;
  return {
    kind: 'from-host-network',
    problem: {
      message: `uses port ${String(port)} of service "${exposing.name}", which is not published on the host, where ${askerTitle} is`,
      help: `publish the port, or put "${endpoint.asker.name}" on a network of the project`,
      severity: 'warning',
      subject: { service: exposing.name },
      related: [{ message: 'the service is defined here', at: exposing.at }],
    },
  };
}

/** The name of a service, asked from the host network. Verified on Docker Engine 28. */
export function fromHostNetwork(endpoint: Endpoint, service: ComposeService): Fault {
  const { asker, askerTitle, port } = endpoint;
  const mapping = service.ports.find(({ containerPort, hostPort }) => containerPort === port || hostPort === port);
  const hostPort = service.networkMode?.value === 'host' ? port : mapping?.hostPort;
  return {
    kind: 'from-host-network',
    problem: {
      message: `names service "${service.name}", but ${askerTitle} is on the host network, where names of services do not resolve`,
      ...(hostPort === undefined
        ? { help: `put "${asker.name}" on a network of the project, or publish the port and write localhost` }
        : rewritten(endpoint, 'localhost', hostPort, false)),
      subject: { service: service.name },
      related: [
        { message: 'the network is set here', at: asker.networkMode?.at ?? asker.at },
        ...(mapping ? [{ message: 'published here', at: mapping.at }] : []),
      ],
    },
  };
}
