import type { StackRule } from '../rule.js';
import { targetProblems } from '../target-endpoints.js';

/** Targets whose host is no service. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/target-unknown-service',
  severity: 'error',
  summary: 'a scrape target names a host that no service of the project has',
  why: 'Inside a container the names of services resolve, and their aliases, container names and host names. Any other bare name does not, so the target can never be up.',
  remedy: 'write the name of a service of the compose file',
  check: (stack) => targetProblems(stack, 'unknown-service'),
};
