import type { DocumentRule } from '../rule.js';
import { documentProblems } from '../schema-problems.js';

/** Values of the wrong type in alertmanager.yml, or missing ones. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager'],
  code: 'alertmanager/invalid-value',
  severity: 'error',
  summary: 'a value of the wrong type in alertmanager.yml, or a required key that is missing',
  why: 'Alertmanager refuses to start when a value of its configuration cannot be decoded.',
  remedy: 'write a value of the expected kind',
  check: (document) => documentProblems(document).invalidValues,
};
