import type { StackRule } from '../rule.js';
import { targetProblems } from '../target-endpoints.js';

/** Targets with the port of the host in place of the container's. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/target-published-port',
  severity: 'error',
  summary: 'a scrape target uses the published port in place of the container port',
  why: 'A published port exists on the host only. Between containers a service is reached on the port it listens on.',
  remedy: 'write the container port, the right-hand number of `ports`',
  check: (stack) => targetProblems(stack, 'published-port'),
};
