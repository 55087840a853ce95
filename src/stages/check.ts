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
  return once([...stack.problems, ...stack.documents.flatMap(judge), ...found]).sort(bySeverityThenPlace);
}

/** A file that two services read is judged for each of them; what is the same for both is said once. */
function once(findings: readonly Finding[]): Finding[] {
  const key = ({ code, message, location }: Finding): string => JSON.stringify([code, message, location]);
  return [...new Map(findings.map((finding) => [key(finding), finding])).values()];
}

/** All that can be said about one file. */
export function judge(document: Document): Finding[] {
  return staticRules.flatMap((rule) =>
    rule.scope === 'document' && rule.kinds.includes(document.kind)
      ? rule.check(document).map((problem) => toFinding(rule, problem))
      : [],
  );
}
