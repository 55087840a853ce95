import { addressProblems } from '../address-endpoints.js';
import type { StackRule } from '../rule.js';

/** Alertmanagers, remote storage, webhooks, probes and the like with a port on which a known program does not listen. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/address-wrong-port',
  severity: 'error',
  summary: 'an address in a configuration uses a port on which the program of the service does not listen',
  why: 'A program of a known image listens on the port that its flags and variables name, or on its usual one. A connection to another port is refused.',
  remedy: 'write the port that the program listens on',
  check: (stack) => addressProblems(stack, 'wrong-port'),
};
