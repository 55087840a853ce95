import validators from '../../generated/validators.cjs';
import type { StaticRule } from '../rule.js';
import { schemaProblems } from '../schema-problems.js';

/** Keys that a rule file does not have. */
export const rule: StaticRule = {
  scope: 'static',
  code: 'alerting/unknown-key',
  severity: 'error',
  summary: 'a key that a rule file does not have',
  why: 'Prometheus refuses to load a rule file that has a key which it does not know, and then does not start.',
  remedy: 'mend the spelling, or move the key to the section it belongs to',
  check: (stack) =>
    (stack.prometheus?.ruleFiles ?? []).flatMap(
      ({ root }) => schemaProblems(root, validators.rules, 'the rule file').unknownKeys,
    ),
};
