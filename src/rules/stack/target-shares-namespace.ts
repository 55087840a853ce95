import type { StackRule } from '../rule.js';
import { targetProblems } from '../target-endpoints.js';

/** Targets that are guests in the network of another service, by their own names. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/target-shares-namespace',
  severity: 'error',
  summary: 'a scrape target is the name of a service in the network of another one',
  why: 'A service in network_mode service:NAME has no network of its own: its ports are those of the other service, and its own name does not resolve.',
  remedy: 'write the name of the service whose network it is in',
  check: (stack) => targetProblems(stack, 'shares-namespace'),
};
