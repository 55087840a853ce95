import { addressProblems } from '../address-endpoints.js';
import type { StackRule } from '../rule.js';

/** Alertmanagers, remote storage, webhooks, probes and the like that are guests in the network of another service, by their own names. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/address-shares-namespace',
  severity: 'error',
  summary: 'an address in a configuration is the name of a service in the network of another one',
  why: 'A service in network_mode service:NAME has no network of its own: its ports are those of the other service, and its own name does not resolve.',
  remedy: 'write the name of the service whose network it is in',
  check: (stack) => addressProblems(stack, 'shares-namespace'),
};
