import type { StackRule } from '../rule.js';
import { targetProblems } from '../target-endpoints.js';

/** Targets that mean the Prometheus container itself. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/target-localhost',
  severity: 'error',
  summary: 'a scrape target is localhost, which inside the container is Prometheus itself',
  why: 'Inside a container localhost is the container. Only Prometheus listens there, so a target on another port of localhost can never be up.',
  remedy: 'write the name of the service in place of localhost',
  check: (stack) => targetProblems(stack, 'localhost'),
};
