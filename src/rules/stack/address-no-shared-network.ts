import { addressProblems } from '../address-endpoints.js';
import type { StackRule } from '../rule.js';

/** Alertmanagers, remote storage, webhooks, probes and the like that cannot be reached for want of a common network. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/address-no-shared-network',
  severity: 'error',
  summary: 'an address in a configuration is a service on no network of the one that asks',
  why: 'Service names resolve only between containers that are attached to the same network.',
  remedy: 'attach both services to one network',
  check: (stack) => addressProblems(stack, 'no-shared-network'),
};
