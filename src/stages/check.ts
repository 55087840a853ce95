import { bySeverityThenPlace, type Finding } from '../model/finding.js';
import type { Stack } from '../model/stack.js';
import { staticRules } from '../generated/rules.js';
import { toFinding } from '../rules/rule.js';

/** All that can be said about a stack without running it. Pure. */
export function check(stack: Stack): Finding[] {
  const found = staticRules.flatMap((rule) => rule.check(stack).map((problem) => toFinding(rule, problem)));
  return [...stack.problems, ...found].sort(bySeverityThenPlace);
}
