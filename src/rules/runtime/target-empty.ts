import { isEmptyAnswer } from '../../model/empty-answer.js';
import { CAUSES } from '../../model/cause.js';
import type { RuntimeRule } from '../rule.js';
import { evidenceOf } from '../target-evidence.js';

/** Targets that are up and expose nothing. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/target-empty',
  severity: 'error',
  stage: 'verify',
  summary: 'a target that Prometheus counts as up exposes no metric',
  why: 'Prometheus takes an empty answer for a good one, so the target is up and there is no data of it: no dashboard shows it, no alert fires.',
  remedy: CAUSES['empty-body'].remedy,
  judge: (run) =>
    run.targets.flatMap((target) => {
      if (target.health !== 'up') return [];
      const { expected, scrapeUrl } = target;
      const { probe, service } = evidenceOf(run, target);
      const answer = probe?.answers.at(-1);
      if (!answer || !isEmptyAnswer(answer)) return [];
      const address = expected.address ?? scrapeUrl ?? 'discovered';
      const what = answer.bodyBytes === 0 ? 'nothing' : 'comments and no sample';
      return [
        {
          message: `target "${address}" of scrape job "${expected.job}" is up, but answers ${what}`,
          cause: 'empty-body' as const,
          at: expected.at,
          subject: { job: expected.job, target: address, ...(service ? { service: service.name } : {}) },
          evidence: [`asked here, ${answer.url}: 200, ${String(answer.bodyBytes ?? 0)} bytes`],
        },
      ];
    }),
};
