import type { Finding } from '../model/finding.js';
import { runtimeRules } from '../generated/rules.js';
import { toFinding, type Run, type RuntimeRule } from '../rules/rule.js';

/** Root causes first: what keeps a service down also keeps its targets down. */
const ORDER = [
  'runtime/bring-up-failed',
  'runtime/service-failed',
  'runtime/service-unhealthy',
  'runtime/dependency-unmet',
  'runtime/service-not-ready',
  'runtime/prometheus-unreachable',
];

/** Speaks only when no other rule does. */
const LAST_RESORT = 'runtime/unexplained';

/** The findings of a recorded run: whatever is not proved has at least one. Pure. */
export function judge(run: Run): Finding[] {
  const rank = (code: string): number => (ORDER.includes(code) ? ORDER.indexOf(code) : ORDER.length);
  const sorted = [...runtimeRules].sort((a, b) => rank(a.code) - rank(b.code));
  const findingsOf = (rules: readonly RuntimeRule[]): Finding[] =>
    rules.flatMap((rule) => rule.judge(run).map((problem) => toFinding(rule, problem)));
  const explained = findingsOf(sorted.filter(({ code }) => code !== LAST_RESORT));
  return explained.length > 0 ? explained : findingsOf(sorted.filter(({ code }) => code === LAST_RESORT));
}
