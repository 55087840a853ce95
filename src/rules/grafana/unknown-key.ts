import type { DocumentRule } from '../rule.js';
import { documentProblems } from '../schema-problems.js';

/** Keys that Grafana's provisioning files do not have. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['grafana-datasources', 'grafana-dashboards'],
  code: 'grafana/unknown-key',
  severity: 'warning',
  summary: 'a key that a provisioning file of Grafana does not have',
  why: 'Grafana ignores a key that it does not know without a word, so what it should set stays at its default.',
  remedy: 'mend the spelling, or move the key to the section it belongs to; settings of a plugin belong into jsonData',
  check: (document) => documentProblems(document).unknownKeys,
};
