import type { StackRule } from '../rule.js';
import { targetProblems } from '../target-endpoints.js';

/** Targets with a port on which a known program does not listen. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/target-wrong-port',
  severity: 'error',
  summary: 'a scrape target uses a port on which the program of the service does not listen',
  why: 'A program of a known image listens on the port that its flags and variables name, or on its usual one. A scrape of another port is refused.',
  remedy: 'write the port that the program listens on',
  check: (stack) => targetProblems(stack, 'wrong-port'),
};
