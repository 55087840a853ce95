import validators from '../../generated/validators.cjs';
import type { StaticRule } from '../rule.js';
import { schemaProblems } from '../schema-problems.js';

/** Values of the wrong type in a rule file, or missing ones. */
export const rule: StaticRule = {
  scope: 'static',
  code: 'alerting/invalid-value',
  severity: 'error',
  summary: 'a value of the wrong type in a rule file, or a required key that is missing',
  why: 'Prometheus refuses to load a rule file whose values cannot be decoded, and then does not start.',
  remedy: 'write a value of the expected kind',
  check: (stack) =>
    (stack.prometheus?.ruleFiles ?? []).flatMap(
      ({ root }) => schemaProblems(root, validators.rules, 'the rule file').invalidValues,
    ),
};
