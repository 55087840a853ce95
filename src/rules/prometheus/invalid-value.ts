import type { DocumentRule } from '../rule.js';
import { documentProblems } from '../schema-problems.js';

/** Values of the wrong type, out of a closed list, or missing. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus', 'scrape-configs', 'target-groups'],
  code: 'prometheus/invalid-value',
  severity: 'error',
  summary: 'a value of the wrong type, out of its list, or a required key that is missing',
  why: 'Prometheus refuses to start when a value of its configuration cannot be decoded.',
  remedy: 'write a value of the expected kind',
  check: (document) => documentProblems(document).invalidValues,
};
