import { isEvidence } from '../../model/target.js';
import { explainedServices } from '../failed-services.js';
import type { RuntimeRule } from '../rule.js';

/** Discoveries that find targets, all of which relabelling drops. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/target-dropped',
  severity: 'error',
  stage: 'verify',
  summary: 'relabelling drops every target that a service discovery finds',
  why: 'A discovery promises at least one target. A filter that matches nothing leaves a job without any, and no query, no alert tells the difference.',
  remedy: 'mend the step of relabel_configs, or what the discovery looks for',
  judge(run) {
    const explained = explainedServices(run);
    // Where nothing else was seen either, that is said once, with every step.
    if (!run.targets.some((target) => isEvidence(target))) return [];
    return run.targets
      .filter(({ health, expected }) => health === 'dropped' && expected.found && !expected.droppedBy)
      .filter(({ expected }) => !explained.has(expected.service ?? ''))
      .map(({ expected: { job, found, at, service }, droppedBy }) => ({
        message: `relabelling drops every target that ${found?.discovery ?? ''} of scrape job "${job}" finds${
          found?.dnsName === undefined ? '' : ` for the name "${found.dnsName}"`
        }`,
        cause: 'target-dropped' as const,
        at: droppedBy ?? at,
        subject: { job, ...(service ? { service } : {}) },
        related: droppedBy ? [{ message: 'the discovery', at }] : [],
      }));
  },
};
