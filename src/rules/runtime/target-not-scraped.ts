import type { Cause } from '../../model/cause.js';
import { explainedServices } from '../failed-services.js';
import type { Run, RuntimeRule } from '../rule.js';
import { answerSeen } from '../target-diagnosis.js';
import { evidenceOf } from '../target-evidence.js';

/** Targets whose first scrape did not happen in time: neither up nor down. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/target-not-scraped',
  severity: 'error',
  stage: 'verify',
  summary: 'a target was not scraped before the time was over',
  why: 'Until the first scrape a target is neither up nor down, and the first scrape may take a whole scrape_interval. What is not proved does not pass.',
  remedy: 'raise --timeout above the scrape_interval, or lower scrape_interval',
  judge(run) {
    const explained = explainedServices(run);
    // When Prometheus or a service is the trouble, targets that nobody could look at are no finding of their own.
    if (explained.size > 0 || !run.observation.prometheus.ready) return [];
    return run.targets
      .filter(({ health }) => health === 'unknown')
      .map((seen) => {
        const { expected, doubt } = seen;
        const job = run.stack.prometheus?.config?.jobs.find(({ name }) => name.value === expected.job);
        const interval = job ? `; scrape_interval is ${String(job.scrapeIntervalMs / 1000)}s` : '';
        const target = `target "${expected.address ?? 'discovered'}" of scrape job "${expected.job}"`;
        return {
          ...(doubt === undefined
            ? {
                message: `${target} was not scraped before the time was over${interval}`,
                cause: 'never-scraped' as const,
              }
            : { message: `${target} is not proved: ${doubt}`, cause: causeOfDoubt(run) }),
          at: expected.at,
          subject: { job: expected.job, ...(expected.address ? { target: expected.address } : {}) },
          evidence: answerSeen(evidenceOf(run, seen)),
        };
      });
  },
};

/** A scrape that cannot be dated: by a clock that jumped, or one that stands still. */
function causeOfDoubt({ observation }: Run): Cause {
  return observation.prometheus.clockJumpMs === undefined ? 'never-scraped' : 'clock-jumped';
}
