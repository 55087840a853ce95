import { addressProblems } from '../address-endpoints.js';
import type { StackRule } from '../rule.js';

/** Alertmanagers, remote storage, webhooks, probes and the like in the world, for services that are closed in. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/external-address-from-internal-network',
  severity: 'error',
  summary: 'an address in a configuration is outside the project, but all networks of the one that asks are internal',
  why: 'An internal network has no way out: names of the world do not resolve there, and the host cannot be reached.',
  remedy: 'give the service that asks another network that is not internal',
  check: (stack) => addressProblems(stack, 'from-internal-network'),
};
