import validators from '../../generated/validators.cjs';
import type { StaticRule } from '../rule.js';
import { schemaProblems } from '../schema-problems.js';

/** Values of the wrong type, out of a closed list, or missing. */
export const rule: StaticRule = {
  scope: 'static',
  code: 'prometheus/invalid-value',
  severity: 'error',
  summary: 'a value of the wrong type, out of its list, or a required key that is missing',
  why: 'Prometheus refuses to start when a value of its configuration cannot be decoded.',
  remedy: 'write a value of the expected kind',
  check: (stack) =>
    schemaProblems(stack.prometheus?.config?.root, validators.prometheus, 'prometheus.yml').invalidValues,
};
