import type { DocumentRule } from '../rule.js';
import { documentProblems } from '../schema-problems.js';

/** Values of the wrong type in blackbox_exporter's configuration, or missing ones. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['blackbox'],
  code: 'blackbox/invalid-value',
  severity: 'error',
  summary: "a value of the wrong type in blackbox_exporter's configuration, or a required key that is missing",
  why: 'blackbox_exporter refuses to start when a value cannot be decoded or is none of those that it knows.',
  remedy: 'write a value of the expected kind',
  check: (document) => documentProblems(document).invalidValues,
};
