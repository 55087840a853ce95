import type { ExpectedTarget } from '../../model/target.js';
import { configDifferences } from '../active-config.js';
import { explainedServices } from '../failed-services.js';
import type { RuntimeRule } from '../rule.js';

/** Targets that the configuration names and Prometheus does not know. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/target-missing',
  severity: 'error',
  stage: 'verify',
  summary: 'Prometheus does not know a target that the configuration names',
  why: 'The running Prometheus has another configuration than the file on disk, or a discovery found nothing.',
  remedy: 'make sure that this file is the one that Prometheus runs; for a discovery, see that it finds something',
  judge(run) {
    const explained = explainedServices(run);
    // Another configuration has other targets, and a finding of its own.
    if (configDifferences(run).some(({ of }) => of === 'jobs')) return [];
    return run.targets
      .filter(({ health, expected }) => health === 'missing' && !explained.has(expected.service ?? ''))
      .map(({ expected, foundOnly }) => ({
        message:
          expected.address === undefined
            ? foundTooFew(expected, foundOnly)
            : `target "${expected.address}" of scrape job "${expected.job}" is unknown to the running Prometheus`,
        cause: 'target-missing' as const,
        at: expected.at,
        subject: { job: expected.job, ...(expected.address ? { target: expected.address } : {}) },
      }));
  },
};

/** What a discovery was to find, in its own terms. */
function foundTooFew({ job, found, atLeast = 1 }: ExpectedTarget, foundOnly = 0): string {
  if (foundOnly > 0)
    return `scrape job "${job}" has ${String(foundOnly)} of ${String(atLeast)} targets${sought(found)}: its service discovery found no more`;
  return `scrape job "${job}" has no target${sought(found)}: its service discovery found none`;
}

function sought(found: ExpectedTarget['found']): string {
  if (found?.dnsName !== undefined) return ` for the name "${found.dnsName}"`;
  return found?.containersOf === undefined ? '' : ` for service "${found.containersOf}"`;
}
