import { addressProblems } from '../address-endpoints.js';
import type { StackRule } from '../rule.js';

/** Alertmanagers, remote storage, webhooks, probes and the like with a port that the service does not mention. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/address-undeclared-port',
  severity: 'notice',
  summary: 'an address in a configuration uses a port that the service neither publishes nor exposes',
  why: 'A container may listen on ports that the compose file does not mention, so this may be right; it may also be a slip.',
  remedy: 'add the port to `expose` of the service if it listens there, or mend the address',
  check: (stack) => addressProblems(stack, 'undeclared-port'),
};
