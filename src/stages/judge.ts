import type { Finding } from '../model/finding.js';
import type { Observation } from '../model/observation.js';
import { runtimeRules } from '../generated/runtime-rules.js';
import { differences, rule as authorityRule } from '../rules/runtime/authority-disagrees.js';
import { toFinding, type Run, type RuntimeRule } from '../rules/rule.js';

/** Root causes first: what keeps a service down also keeps its targets down. */
const ORDER = [
  'runtime/port-in-use',
  'runtime/bring-up-failed',
  'runtime/service-failed',
  'runtime/service-unhealthy',
  'runtime/dependency-unmet',
  'runtime/service-not-ready',
  'runtime/prometheus-unreachable',
  'runtime/config-not-on-disk',
  'runtime/samples-not-stored',
];

/** What works without proof that it is told: after all that keeps Prometheus from scraping. */
const LATER = [
  'runtime/rules-not-loaded',
  'runtime/rule-failing',
  'runtime/alertmanager-unreachable',
  'runtime/grafana-unhealthy',
  'runtime/datasource-broken',
  'runtime/metric-not-exposed',
];

/** Speaks of Scrapegate itself, so that it explains nothing. */
const ABOUT_US = 'runtime/authority-disagrees';

/** Speaks only when no other rule does. */
const LAST_RESORT = 'runtime/unexplained';

/** The findings of a recorded run: whatever is not proved has at least one. Pure. */
export function judge(run: Run): Finding[] {
  const rank = (code: string): number =>
    ORDER.includes(code) ? ORDER.indexOf(code) : ORDER.length + 1 + LATER.indexOf(code);
  const sorted = [...runtimeRules].sort((a, b) => rank(a.code) - rank(b.code));
  const findingsOf = (rules: readonly RuntimeRule[]): Finding[] =>
    rules.flatMap((rule) => rule.judge(run).map((problem) => toFinding(rule, problem)));
  const explained = findingsOf(sorted.filter(({ code }) => code !== LAST_RESORT && code !== ABOUT_US));
  // A warning explains no failure.
  const found = explained.some(({ severity }) => severity === 'error')
    ? explained
    : [...findingsOf(sorted.filter(({ code }) => code === LAST_RESORT)), ...explained];
  return [...found, ...judgeAuthorities(run.observation)];
}

/** What is to be said of answers that differ from our own. Pure. */
export function judgeAuthorities({ authorities = [] }: Pick<Observation, 'authorities'>): Finding[] {
  return differences(authorities).map((problem) => toFinding(authorityRule, problem));
}
