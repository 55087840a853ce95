import type { DocumentRule } from '../rule.js';
import { documentProblems } from '../schema-problems.js';

/** Keys that alertmanager.yml does not have. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager'],
  code: 'alertmanager/unknown-key',
  severity: 'error',
  summary: 'a key that alertmanager.yml does not have',
  why: 'Alertmanager refuses to start when its configuration has a key that it does not know.',
  remedy: 'mend the spelling, or move the key to the section it belongs to',
  check: (document) => documentProblems(document).unknownKeys,
};
