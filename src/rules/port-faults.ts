import type { ComposeService, Stack } from '../model/stack.js';
import type { Endpoint } from './endpoint.js';
import type { Fault } from './endpoint-faults.js';
import { rewritten } from './endpoint-repairs.js';
import { portState, type KnownPortOf, type PortState } from './port-state.js';
import type { Problem } from './rule.js';

const NO_METRICS = 'scrape an exporter of it, or the port at which it is set up to serve metrics';

type StateOf<Kind extends PortState['kind']> = Extract<PortState, { kind: Kind }>;

/** What is wrong with the port of an address whose host resolves. */
export function faultOfPort(stack: Stack, endpoint: Endpoint, service: ComposeService): Fault | undefined {
  const { port } = endpoint;
  if (port === undefined) return undefined;
  const state = portState(stack, service, port);
  const subject = { service: service.name };
  const defined = { subject, related: [{ message: 'the service is defined here', at: service.at }] };
  switch (state.kind) {
    case 'open':
    case 'unknown':
      return undefined;
    case 'published':
      return { kind: 'published-port', problem: { ...published(endpoint, port, service.name, state), subject } };
    case 'undeclared': {
      const message = `uses port ${String(port)}; service "${service.name}" declares ${state.declared.join(', ')}`;
      return { kind: 'undeclared-port', problem: { message, ...defined } };
    }
    case 'closed':
      return { kind: 'wrong-port', problem: { ...wrong(endpoint, port, service.name, state), ...defined } };
  }
}

function published(
  endpoint: Endpoint,
  port: number,
  service: string,
  { mapping, certain }: StateOf<'published'>,
): Problem {
  return {
    message: `uses port ${String(port)}, which service "${service}" publishes on the host; inside the network it is ${String(mapping.containerPort)}`,
    ...rewritten(endpoint, endpoint.host, mapping.containerPort, certain),
    related: [{ message: 'published here', at: mapping.at }],
    ...(certain ? {} : { severity: 'warning' as const }),
  };
}

function wrong(
  endpoint: Endpoint,
  port: number,
  service: string,
  { right, title, certain, configured }: StateOf<'closed'>,
): Problem {
  const { host, wants } = endpoint;
  const meant = portThatIsMeant(right, wants);
  const ports = right.map((one) => String(one.port)).join(', ');
  return {
    message: `uses port ${String(port)}; ${named(service, title)} listens on ${meant === undefined ? ports : String(meant)}`,
    ...(meant === undefined
      ? { help: wants === 'metrics' ? NO_METRICS : `write one of its ports: ${ports}` }
      : rewritten(endpoint, host, meant, certain)),
    ...(certain ? {} : { severity: configured ? ('notice' as const) : ('warning' as const) }),
  };
}

function named(service: string, title: string): string {
  return service === title.toLowerCase() ? `service "${service}"` : `service "${service}" (${title})`;
}

/** The one port that serves what is asked for; undefined when several do, or none. */
function portThatIsMeant(ports: readonly KnownPortOf[], wants: Endpoint['wants']): number | undefined {
  const fitting = ports.filter(({ metrics, http }) => (wants === 'metrics' ? metrics : wants === 'http' ? http : true));
  const [only, second] = fitting;
  return second === undefined ? only?.port : undefined;
}
