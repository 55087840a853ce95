import type { DocumentRule } from '../rule.js';
import { durationProblems } from '../duration-problems.js';

/** Durations that Prometheus cannot read. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus', 'scrape-configs'],
  code: 'prometheus/invalid-duration',
  severity: 'error',
  summary: 'a duration that Prometheus cannot read',
  why: 'A Prometheus duration is whole numbers with units, from large to small: 1h30m, 15s, 500ms. Prometheus refuses to start on anything else.',
  remedy: 'write whole numbers with units from large to small, such as 15s or 1m30s',
  check: durationProblems,
};
