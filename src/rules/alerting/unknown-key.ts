import type { DocumentRule } from '../rule.js';
import { documentProblems } from '../schema-problems.js';

/** Keys that a rule file does not have. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['rules', 'rule-tests'],
  code: 'alerting/unknown-key',
  severity: 'error',
  summary: 'a key that a rule file does not have',
  why: 'Prometheus refuses to load a rule file that has a key which it does not know, and then does not start.',
  remedy: 'mend the spelling, or move the key to the section it belongs to',
  check: (document) => documentProblems(document).unknownKeys,
};
