import { networkView } from '../model/network-view.js';
import type { Stack } from '../model/stack.js';
import type { Endpoint } from './endpoint.js';
import { faultOfMachine, fromHostNetwork } from './host-faults.js';
import { offering, rewritten, similarName, visibleNames } from './endpoint-repairs.js';
import { faultOfName } from './name-faults.js';
import { faultOfPort } from './port-faults.js';
import { mayAnswer, portState } from './port-state.js';
import type { Problem } from './rule.js';

/** Why an address cannot be reached; each kind is a rule of its own. */
export type FaultKind =
  | 'unknown-service'
  | 'profile-off'
  | 'no-shared-network'
  | 'localhost'
  | 'published-port'
  | 'wrong-port'
  | 'undeclared-port'
  | 'host-network'
  | 'without-network'
  | 'shares-namespace'
  | 'generated-name'
  | 'from-host-network'
  | 'from-internal-network'
  | 'gateway-missing'
  | 'port-on-loopback';

/** A fault; the message of its problem goes on where the label of the endpoint ends. */
export interface Fault {
  readonly kind: FaultKind;
  readonly problem: Problem;
}

/** Whether nothing can be wrong with an address, told quickly: most of ten thousand targets are so. */
export function isFine(stack: Stack, { asker, meaning, port }: Pick<Endpoint, 'asker' | 'meaning' | 'port'>): boolean {
  if (meaning.kind === 'outside') return !networkView(stack, asker).closed;
  if (meaning.kind !== 'service' || !meaning.shared) return false;
  return port === undefined || mayAnswer(portState(stack, meaning.service, port));
}

/** What is wrong with an address by these files; undefined for whatever may work. */
export function faultOf(stack: Stack, endpoint: Endpoint): Fault | undefined {
  const fault = judge(stack, endpoint);
  if (!fault || !endpoint.knowsOthers || !NAME_FAULTS.has(fault.kind)) return fault;
  // On an external network the name may be that of something else.
  return { kind: fault.kind, problem: { ...fault.problem, severity: 'warning' } };
}

const NAME_FAULTS: ReadonlySet<FaultKind> = new Set([
  'unknown-service',
  'profile-off',
  'no-shared-network',
  'host-network',
  'without-network',
  'shares-namespace',
]);

function judge(stack: Stack, endpoint: Endpoint): Fault | undefined {
  const { meaning } = endpoint;
  switch (meaning.kind) {
    case 'service':
      return meaning.shared ? faultOfPort(stack, endpoint, meaning.service) : noSharedNetwork(stack, endpoint);
    case 'unknown':
      return unknownService(stack, endpoint);
    case 'localhost':
      return localhost(stack, endpoint);
    case 'machine':
    case 'no-gateway':
      return faultOfMachine(stack, endpoint);
    case 'from-host':
      return fromHostNetwork(endpoint, meaning.service);
    case 'outside':
      return outside(stack, endpoint);
    case 'inactive':
    case 'on-host':
    case 'no-network':
    case 'guest':
    case 'generated':
    case 'swarm':
      return faultOfName(endpoint, meaning);
  }
}

function unknownService(stack: Stack, endpoint: Endpoint): Fault {
  const names = visibleNames(stack, endpoint.asker);
  const similar = similarName(stack, endpoint, names);
  if (!similar)
    return {
      kind: 'unknown-service',
      problem: { message: `names no service; services are ${names.services.slice(0, 8).join(', ')}` },
    };
  return {
    kind: 'unknown-service',
    problem: {
      message: `names no service; did you mean "${similar.name}"?`,
      ...rewritten(endpoint, similar.name, endpoint.port, similar.isClose),
      related: [{ message: 'the service is defined here', at: similar.service.at }],
    },
  };
}

function noSharedNetwork(stack: Stack, { asker, askerTitle, meaning }: Endpoint): Fault | undefined {
  if (meaning.kind !== 'service') return undefined;
  const { service } = meaning;
  const own = [...networkView(stack, asker).owner.networks.keys()].join(', ');
  const theirs = service.networkMode?.value ?? [...service.networks.keys()].join(', ');
  return {
    kind: 'no-shared-network',
    problem: {
      message: `shares no network with ${askerTitle}: service "${service.name}" is on ${theirs || 'none'}, "${asker.name}" on ${own || 'none'}`,
      subject: { service: service.name },
      related: [{ message: 'the service is defined here', at: service.at }],
    },
  };
}

function localhost(stack: Stack, endpoint: Endpoint): Fault | undefined {
  const { asker, askerTitle, port } = endpoint;
  if (port === undefined) return undefined;
  const state = offering(stack, endpoint);
  if (state.own !== 'closed' && state.own !== 'unlikely') return undefined;
  return {
    kind: 'localhost',
    problem: {
      message: `is the ${askerTitle} container itself, where nothing listens on port ${String(port)}`,
      ...(state.only ? rewritten(endpoint, state.only.service.name, state.only.port, state.own === 'closed') : {}),
      related: state.only ? [{ message: 'the service is defined here', at: state.only.service.at }] : [],
      subject: { service: asker.name },
      ...(state.own === 'unlikely' ? { severity: 'warning' as const } : {}),
    },
  };
}

/** From networks that have no way out, names of the world do not even resolve. Verified on Docker Engine 28. */
function outside(stack: Stack, { asker, askerTitle, host }: Endpoint): Fault | undefined {
  const { closed, knowsOthers, networks, extraHosts } = networkView(stack, asker);
  const isName = host.includes('.') && /[a-z]/i.test(host) && !host.includes(':');
  if (!closed || knowsOthers || !isName || extraHosts.has(host.toLowerCase())) return undefined;
  // A network's name after a dot is a name of Docker's own.
  if ([...networks].some((network) => host.endsWith(`.${network}`))) return undefined;
  return {
    kind: 'from-internal-network',
    problem: {
      message: `is outside the project, which ${askerTitle} cannot reach: its networks ${[...asker.networks.keys()].join(', ')} are internal`,
      help: `give service "${asker.name}" another network that is not internal`,
      related: [{ message: 'the service is defined here', at: asker.at }],
    },
  };
}
