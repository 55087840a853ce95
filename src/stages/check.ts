import type { Document } from '../model/document.js';
import { bySeverityThenPlace, type Finding } from '../model/finding.js';
import type { Stack } from '../model/stack.js';
import { staticRules } from '../generated/rules.js';
import { toFinding } from '../rules/rule.js';

/** All that can be said about a stack without running it. Pure. */
export function check(stack: Stack): Finding[] {
  const found = staticRules.flatMap((rule) =>
    rule.scope === 'stack' ? rule.check(stack).map((problem) => toFinding(rule, problem)) : [],
  );
  return [...stack.problems, ...stack.documents.flatMap(judge), ...found].sort(bySeverityThenPlace);
}

/** All that can be said about one file. */
export function judge(document: Document): Finding[] {
  return staticRules.flatMap((rule) =>
    rule.scope === 'document' && rule.kinds.includes(document.kind)
      ? rule.check(document).map((problem) => toFinding(rule, problem))
      : [],
  );
}
