import { addressProblems } from '../address-endpoints.js';
import type { StackRule } from '../rule.js';

/** Alertmanagers, remote storage, webhooks, probes and the like whose host is no service. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/address-unknown-service',
  severity: 'error',
  summary: 'an address in a configuration names a host that no service of the project has',
  why: 'Inside a container the names of services resolve, and their aliases, container names and host names. Any other bare name does not, so nothing gets there.',
  remedy: 'write the name of a service of the compose file',
  check: (stack) => addressProblems(stack, 'unknown-service'),
};
