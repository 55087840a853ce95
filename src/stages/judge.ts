import type { Finding } from '../model/finding.js';
import { runtimeRules } from '../generated/rules.js';
import { toFinding, type Run } from '../rules/rule.js';

/** Root causes first: what keeps a service down also keeps its targets down. */
const ORDER = [
  'runtime/bring-up-failed',
  'runtime/service-failed',
  'runtime/service-unhealthy',
  'runtime/service-not-ready',
  'runtime/prometheus-unreachable',
];

/** The findings of a recorded run. Pure. */
export function judge(run: Run): Finding[] {
  const rank = (code: string): number => (ORDER.includes(code) ? ORDER.indexOf(code) : ORDER.length);
  return [...runtimeRules]
    .sort((a, b) => rank(a.code) - rank(b.code))
    .flatMap((rule) => rule.judge(run).map((problem) => toFinding(rule, problem)));
}
