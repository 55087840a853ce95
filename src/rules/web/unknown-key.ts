import type { DocumentRule } from '../rule.js';
import { documentProblems } from '../schema-problems.js';

/** Keys that a web configuration does not have. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['web'],
  code: 'web/unknown-key',
  severity: 'error',
  summary: 'a key that a web configuration does not have',
  why: 'The server refuses to start when the file has a key that it does not know.',
  remedy: 'mend the spelling, or move the key to the section it belongs to',
  check: (document) => documentProblems(document).unknownKeys,
};
