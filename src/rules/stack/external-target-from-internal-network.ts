import type { StackRule } from '../rule.js';
import { targetProblems } from '../target-endpoints.js';

/** Targets in the world, for a Prometheus that is closed in. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/external-target-from-internal-network',
  severity: 'error',
  summary: 'a scrape target is outside the project, but all networks of Prometheus are internal',
  why: 'An internal network has no way out: names of the world do not resolve there, and the host cannot be reached.',
  remedy: 'give Prometheus another network that is not internal',
  check: (stack) => targetProblems(stack, 'from-internal-network'),
};
