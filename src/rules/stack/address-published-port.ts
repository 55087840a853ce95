import { addressProblems } from '../address-endpoints.js';
import type { StackRule } from '../rule.js';

/** Alertmanagers, remote storage, webhooks, probes and the like with the port of the host in place of the container's. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/address-published-port',
  severity: 'error',
  summary: 'an address in a configuration uses the published port in place of the container port',
  why: 'A published port exists on the host only. Between containers a service is reached on the port it listens on.',
  remedy: 'write the container port, the right-hand number of `ports`',
  check: (stack) => addressProblems(stack, 'published-port'),
};
