import { addressProblems } from '../address-endpoints.js';
import type { StackRule } from '../rule.js';

/** Alertmanagers, remote storage, webhooks, probes and the like that are services without a network. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/address-without-network',
  severity: 'error',
  summary: 'an address in a configuration is a service without any network',
  why: 'A service in network_mode none has no network at all, so nothing can connect to it.',
  remedy: 'put both services on one network',
  check: (stack) => addressProblems(stack, 'without-network'),
};
