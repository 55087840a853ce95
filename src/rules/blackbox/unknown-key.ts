import type { DocumentRule } from '../rule.js';
import { documentProblems } from '../schema-problems.js';

/** Keys that blackbox_exporter's configuration does not have. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['blackbox'],
  code: 'blackbox/unknown-key',
  severity: 'error',
  summary: "a key that blackbox_exporter's configuration does not have",
  why: 'blackbox_exporter refuses to start when its configuration has a key that it does not know.',
  remedy: 'mend the spelling, or move the key to the section it belongs to',
  check: (document) => documentProblems(document).unknownKeys,
};
