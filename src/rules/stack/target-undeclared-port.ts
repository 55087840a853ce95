import type { StackRule } from '../rule.js';
import { targetProblems } from '../target-endpoints.js';

/** Targets with a port that the service does not mention. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/target-undeclared-port',
  severity: 'notice',
  summary: 'a scrape target uses a port that the service neither publishes nor exposes',
  why: 'A container may listen on ports that the compose file does not mention, so this may be right; it may also be a slip.',
  remedy: 'add the port to `expose` of the service if it listens there, or mend the target',
  check: (stack) => targetProblems(stack, 'undeclared-port'),
};
