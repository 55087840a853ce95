import type { StackRule } from '../rule.js';
import { targetProblems } from '../target-endpoints.js';

/** Targets that Prometheus cannot reach for want of a common network. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/target-no-shared-network',
  severity: 'error',
  summary: 'a scrape target shares no network with Prometheus',
  why: 'Service names resolve only between containers that are attached to the same network.',
  remedy: 'attach both services to one network',
  check: (stack) => targetProblems(stack, 'no-shared-network'),
};
