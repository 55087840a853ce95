import { addressProblems } from '../address-endpoints.js';
import type { StackRule } from '../rule.js';

/** Alertmanagers, remote storage, webhooks, probes and the like that a service on the host network cannot reach. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/address-from-host-network',
  severity: 'error',
  summary: 'a service on the host network asks an address that it cannot reach from there',
  why: 'On the host network the names of services do not resolve, and localhost is the machine, where only published ports answer.',
  remedy: 'put the service on a network of the project, or publish the port and write localhost',
  check: (stack) => addressProblems(stack, 'from-host-network'),
};
