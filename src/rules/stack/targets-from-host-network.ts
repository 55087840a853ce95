import type { StackRule } from '../rule.js';
import { targetProblems } from '../target-endpoints.js';

/** Targets that a Prometheus on the host network cannot reach. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/targets-from-host-network',
  severity: 'error',
  summary: 'Prometheus is on the host network, from where a scrape target cannot be reached',
  why: 'On the host network the names of services do not resolve, and localhost is the machine, where only published ports answer.',
  remedy: 'put Prometheus on a network of the project, or publish the port and scrape localhost',
  check: (stack) => targetProblems(stack, 'from-host-network'),
};
