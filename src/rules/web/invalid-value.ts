import type { DocumentRule } from '../rule.js';
import { documentProblems } from '../schema-problems.js';

/** Values of the wrong type in a web configuration, or missing ones. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['web'],
  code: 'web/invalid-value',
  severity: 'error',
  summary: 'a value of the wrong type in a web configuration, or a required key that is missing',
  why: 'The server refuses to start when a value cannot be decoded or is none of those that it knows.',
  remedy: 'write a value of the expected kind',
  check: (document) => documentProblems(document).invalidValues,
};
