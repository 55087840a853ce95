import type { StackRule } from '../rule.js';
import { targetProblems } from '../target-endpoints.js';

/** Targets that are services without a network. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/target-without-network',
  severity: 'error',
  summary: 'a scrape target is a service without any network',
  why: 'A service in network_mode none has no network at all, so nothing can connect to it.',
  remedy: 'put the service on a network that Prometheus is on too',
  check: (stack) => targetProblems(stack, 'without-network'),
};
