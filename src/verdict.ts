import { SEVERITIES, type Finding, type Severity } from './model/finding.js';
import type { Status, Verdict } from './model/report.js';
import type { RunRecord } from './model/run-record.js';

/** What makes a run fail. */
export interface FailWhen {
  readonly failOn: 'degraded' | 'unhealthy';
  readonly failOnSeverity: Severity;
}

/** Findings of these codes leave the stack working in part: what else was verified still holds. */
const PARTIAL = new Set([
  'runtime/target-down',
  'runtime/target-dropped',
  'runtime/target-flapping',
  'runtime/target-missing',
  'runtime/target-empty',
  'runtime/target-not-scraped',
  'runtime/rules-not-loaded',
  'runtime/rule-failing',
  'runtime/alertmanager-unreachable',
  'runtime/grafana-unhealthy',
  'runtime/datasource-broken',
]);

/** State of the stack. Degraded needs proof that something works: at least one target that is up. */
export function statusOf(record: RunRecord): Status {
  const errors = record.findings.filter(({ severity }) => severity === 'error');
  if (record.command === 'check') return errors.length > 0 ? 'unhealthy' : 'healthy';
  const someUp = record.targets.some(({ health }) => health === 'up');
  if (!someUp || record.error !== undefined) return 'unhealthy';
  if (!errors.every(({ code }) => PARTIAL.has(code))) return 'unhealthy';
  return errors.length > 0 ? 'degraded' : 'healthy';
}

/** The verdict. Zero evidence never passes, and what could not be judged is an error, not a failure. */
export function verdictOf(record: RunRecord, { failOn, failOnSeverity }: FailWhen): Verdict {
  if (record.error !== undefined || record.observation?.interrupted === 'cancelled') return 'error';
  if (record.command === 'check')
    return record.findings.some((finding) => reaches(finding, failOnSeverity)) ? 'fail' : 'pass';
  const status = statusOf(record);
  if (status === 'unhealthy') return 'fail';
  return status === 'degraded' && failOn === 'degraded' ? 'fail' : 'pass';
}

function reaches({ severity }: Finding, limit: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit);
}

/** The exit code of a verdict; a bad option never gets as far as a verdict of its own, see `entry/`. */
export function exitCodeOf(verdict: Verdict): 0 | 1 | 3 {
  return verdict === 'pass' ? 0 : verdict === 'fail' ? 1 : 3;
}
