import validators from '../../generated/validators.cjs';
import type { StaticRule } from '../rule.js';
import { schemaProblems } from '../schema-problems.js';

/** Keys that prometheus.yml does not have. */
export const rule: StaticRule = {
  scope: 'static',
  code: 'prometheus/unknown-key',
  severity: 'error',
  summary: 'a key that prometheus.yml does not have',
  why: 'Prometheus refuses to start when its configuration has a key that it does not know.',
  remedy: 'mend the spelling, or move the key to the section it belongs to',
  check: (stack) => schemaProblems(stack.prometheus?.config?.root, validators.prometheus, 'prometheus.yml').unknownKeys,
};
