import type { DocumentRule } from '../rule.js';
import { durationProblems } from '../duration-problems.js';

/** Durations in rule files that Prometheus cannot read. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['rules', 'rule-tests'],
  code: 'alerting/invalid-duration',
  severity: 'error',
  summary: 'a duration in a rule file that Prometheus cannot read',
  why: 'A Prometheus duration is whole numbers with units, from large to small: 1h30m, 15s, 500ms. Prometheus refuses a rule file with anything else.',
  remedy: 'write whole numbers with units from large to small, such as 5m or 1h30m',
  check: durationProblems,
};
