import type { ComposeService } from '../model/stack.js';
import type { Endpoint } from './endpoint.js';
import type { Fault } from './endpoint-faults.js';
import { rewritten } from './endpoint-repairs.js';
import type { Problem } from './rule.js';

/** Meanings of names that lead to a service and do not resolve, or not everywhere. */
type NameMeaning = Extract<
  Endpoint['meaning'],
  { kind: 'inactive' | 'on-host' | 'no-network' | 'guest' | 'generated' | 'swarm' }
>;

/** What is wrong with an address whose host names a service that it does not reach. */
export function faultOfName(endpoint: Endpoint, meaning: NameMeaning): Fault {
  const { service } = meaning;
  const at = {
    subject: { service: service.name },
    related: [{ message: 'the service is defined here', at: service.networkMode?.at ?? service.at }],
  };
  switch (meaning.kind) {
    case 'inactive':
      return { kind: 'profile-off', problem: { ...at, message: `is service "${service.name}", whose profile is off` } };
    case 'on-host':
      return { kind: 'host-network', problem: { ...at, ...onHost(endpoint, service.name) } };
    case 'no-network':
      return {
        kind: 'without-network',
        problem: { ...at, message: `is service "${service.name}" in network_mode none, which nothing can reach` },
      };
    case 'guest':
      return { kind: 'shares-namespace', problem: { ...at, ...guest(endpoint, meaning.owner, service.name) } };
    case 'generated':
      return { kind: 'generated-name', problem: { ...at, ...generated(endpoint, meaning.separator, service.name) } };
    case 'swarm':
      return {
        kind: 'unknown-service',
        problem: {
          ...at,
          severity: 'warning',
          message: 'has a name that resolves in Swarm only',
          ...rewritten(endpoint, service.name, endpoint.port, false),
        },
      };
  }
}

function onHost({ port, asker }: Endpoint, service: string): Problem {
  return {
    message: `is service "${service}" in network_mode host, whose name does not resolve`,
    help: `write "host.docker.internal:${String(port ?? 80)}" and give "${asker.name}" the extra_hosts entry "host.docker.internal:host-gateway", or put the service on a network of the project`,
  };
}

function guest(endpoint: Endpoint, owner: ComposeService, service: string): Problem {
  const message = `is service "${service}" in the network of service "${owner.name}", whose name alone resolves`;
  if (owner.networks.size === 0) return { message };
  return { message, ...rewritten(endpoint, owner.name, endpoint.port, owner !== endpoint.asker) };
}

function generated(endpoint: Endpoint, separator: '-' | '_', service: string): Problem {
  return {
    message:
      separator === '_'
        ? `has the name that Compose v1 gave to the container of service "${service}"; Compose v2 writes hyphens`
        : `has a name that Compose makes of the project's name for a container of service "${service}", so that it works in a project of that name alone`,
    ...rewritten(endpoint, service, endpoint.port, true),
  };
}
