import type { ComposeService, Stack } from '../model/stack.js';
import type { Endpoint } from './endpoint.js';
import type { Fault } from './endpoint-faults.js';
import { rewritten } from './endpoint-repairs.js';
import { portState, type KnownPortOf } from './port-state.js';

const NO_METRICS = 'scrape an exporter of it, or the port at which it is set up to serve metrics';

/** What is wrong with the port of an address whose host resolves. */
export function faultOfPort(stack: Stack, endpoint: Endpoint, service: ComposeService): Fault | undefined {
  const { port, host, wants } = endpoint;
  if (port === undefined) return undefined;
  const state = portState(stack, service, port);
  if (state.kind === 'open' || state.kind === 'unknown') return undefined;
  const subject = { service: service.name };
  const defined = [{ message: 'the service is defined here', at: service.at }];
  if (state.kind === 'published')
    return {
      kind: 'published-port',
      problem: {
        message: `uses port ${String(port)}, which service "${service.name}" publishes on the host; inside the network it is ${String(state.mapping.containerPort)}`,
        ...rewritten(endpoint, host, state.mapping.containerPort, state.certain),
        subject,
        related: [{ message: 'published here', at: state.mapping.at }],
        ...(state.certain ? {} : { severity: 'warning' as const }),
      },
    };
  if (state.kind === 'undeclared')
    return {
      kind: 'undeclared-port',
      problem: {
        message: `uses port ${String(port)}; service "${service.name}" declares ${state.declared.join(', ')}`,
        subject,
        related: defined,
      },
    };
  const right = portThatIsMeant(state.right, wants);
  const ports = state.right.map((one) => String(one.port)).join(', ');
  return {
    kind: 'wrong-port',
    problem: {
      message: `uses port ${String(port)}; ${named(service.name, state.title)} listens on ${right === undefined ? ports : String(right)}`,
      ...(right === undefined
        ? { help: wants === 'metrics' ? NO_METRICS : `write one of its ports: ${ports}` }
        : rewritten(endpoint, host, right, state.certain)),
      subject,
      related: defined,
      ...(state.certain ? {} : { severity: state.configured ? ('notice' as const) : ('warning' as const) }),
    },
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
