import type { DocumentRule } from '../rule.js';
import { documentProblems } from '../schema-problems.js';

/** Values of the wrong type in a rule file, or missing ones. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['rules', 'rule-tests'],
  code: 'alerting/invalid-value',
  severity: 'error',
  summary: 'a value of the wrong type in a rule file, or a required key that is missing',
  why: 'Prometheus refuses to load a rule file whose values cannot be decoded, and then does not start.',
  remedy: 'write a value of the expected kind',
  check: (document) => documentProblems(document).invalidValues,
};
