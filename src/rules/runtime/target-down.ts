import { CAUSES, type Cause } from '../../model/cause.js';
import { causeOfScrapeError } from '../../model/scrape-error.js';
import type { ScrapeJob } from '../../model/stack.js';
import type { TargetResult } from '../../model/target.js';
import { explainedServices } from '../failed-services.js';
import type { Problem, Run, RuntimeRule } from '../rule.js';

/** Causes that lie in which path the job reads, not in which address it names. */
const ABOUT_THE_PATH: ReadonlySet<Cause> = new Set<Cause>([
  'not-exposition-json',
  'not-exposition',
  'not-found',
  'http-status',
]);

/** Targets that Prometheus tries to scrape in vain. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/target-down',
  severity: 'error',
  stage: 'verify',
  summary: 'Prometheus fails to scrape a target',
  why: 'Prometheus knows the target and tries, but every scrape fails, so there are no metrics and no alert can fire.',
  remedy: 'mend what the cause names',
  judge(run) {
    const explained = explainedServices(run);
    return run.targets
      .filter(({ health, expected }) => health === 'down' && !explained.has(expected.service ?? ''))
      .map((target) => problem(run, target));
  },
};

function problem(run: Run, { expected, lastError = '', scrapeUrl }: TargetResult): Problem {
  const cause = causeOfScrapeError(lastError);
  const job = run.stack.prometheus?.config?.jobs.find(({ name }) => name.value === expected.job);
  const aboutPath = ABOUT_THE_PATH.has(cause) && job !== undefined;
  const target = expected.address ?? scrapeUrl ?? 'discovered';
  return {
    message: `target "${target}" of scrape job "${expected.job}" is down: ${CAUSES[cause].title}`,
    cause,
    at: aboutPath ? job.name.at : expected.at,
    help: help(cause, job, run, expected.address),
    subject: { job: expected.job, target, ...(expected.service ? { service: expected.service } : {}) },
    related: aboutPath ? [{ message: `reads ${job.metricsPath.value}`, at: job.metricsPath.at }] : [],
    evidence: [
      `Prometheus says: ${lastError || 'nothing'}`,
      ...(scrapeUrl ? [`it scrapes ${scrapeUrl}`] : []),
      ...(isConfirmed(run, expected.job, target) ? ['it was down again at the configured tempo'] : []),
    ],
  };
}

function isConfirmed({ observation }: Run, job: string, target: string): boolean {
  return (observation.confirmations ?? []).some((one) => one.confirmed && one.job === job && one.target === target);
}

/** When another job already reads the metrics of the same target, the remedy is to remove this one. */
function help(cause: Cause, job: ScrapeJob | undefined, run: Run, address: string | undefined): string {
  const other = run.targets.find(
    ({ expected, health }) => health === 'up' && expected.address === address && expected.job !== job?.name.value,
  );
  if (cause !== 'not-exposition-json' || !other || !job) return CAUSES[cause].remedy;
  return `remove job "${job.name.value}": job "${other.expected.job}" already scrapes the metrics of this target; watch ${job.metricsPath.value} with a healthcheck or the blackbox exporter`;
}
