import type { TargetResult } from '../../model/target.js';
import { explainedServices } from '../failed-services.js';
import type { Problem, RuntimeRule } from '../rule.js';

/** Targets that were up, went down, and perhaps came back. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/target-flapping',
  severity: 'error',
  stage: 'verify',
  summary: 'a target was up and then failed a scrape',
  why: 'One successful scrape proves little about a target that fails the next one: gaps in its metrics, alerts that come and go. It has to be up in three scrapes in a row to count again.',
  remedy: "look into the service's log at the time of the failed scrapes",
  judge(run) {
    const explained = explainedServices(run);
    return run.targets
      .filter(({ flaps = 0, health }) => flaps > 0 && health !== 'external')
      .filter(({ expected }) => !explained.has(expected.service ?? ''))
      .map(problem);
  },
};

function problem({ expected, flaps = 0, health, lastError, scrapeUrl }: TargetResult): Problem {
  const target = expected.address ?? scrapeUrl ?? 'discovered';
  const times = flaps === 1 ? 'once' : `${String(flaps)} times`;
  const end = health === 'up' ? 'it is up now' : `it is ${health} now`;
  return {
    message: `target "${target}" of scrape job "${expected.job}" went down ${times} after it had been up; ${end}`,
    cause: 'target-flapping',
    // It convinced again, so that the run need not fail for it.
    ...(health === 'up' ? { severity: 'warning' as const } : {}),
    at: expected.at,
    subject: { job: expected.job, target, ...(expected.service ? { service: expected.service } : {}) },
    evidence: [
      ...(lastError === undefined ? [] : [`Prometheus says: ${lastError}`]),
      ...(scrapeUrl === undefined ? [] : [`it scrapes ${scrapeUrl}`]),
    ],
  };
}
