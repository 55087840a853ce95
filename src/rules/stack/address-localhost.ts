import { addressProblems } from '../address-endpoints.js';
import type { StackRule } from '../rule.js';

/** Alertmanagers, remote storage, webhooks, probes and the like that mean the container itself. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/address-localhost',
  severity: 'error',
  summary: 'an address in a configuration is localhost, which inside the container is the program itself',
  why: 'Inside a container localhost is the container. Nothing but its own program listens there.',
  remedy: 'write the name of the service in place of localhost',
  check: (stack) => addressProblems(stack, 'localhost'),
};
