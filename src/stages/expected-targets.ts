import { meaningOfHost, splitAddress } from '../model/address.js';
import { keyRange } from '../model/yaml-node.js';
import type { Stack } from '../model/stack.js';
import type { ExpectedTarget } from '../model/target.js';

/** Whether the configuration promises any target. */
export function expectsTargets({ prometheus }: Stack): boolean {
  const jobs = prometheus?.config?.jobs ?? [];
  return jobs.some(({ staticTargets, discoveries }) => staticTargets.length + discoveries.length > 0);
}

/** The targets that the configuration promises: each static one, and at least one for each service discovery. Pure. */
export function expectedTargets(stack: Stack): ExpectedTarget[] {
  const prometheus = stack.prometheus;
  if (!prometheus) return [];
  return (prometheus.config?.jobs ?? []).flatMap((job) => {
    const fixed = job.staticTargets.map(({ value, at }): ExpectedTarget => {
      const host = splitAddress(value)?.host;
      const meaning = host === undefined ? undefined : meaningOfHost(stack, prometheus.service, host);
      const service =
        meaning?.kind === 'service'
          ? meaning.service.name
          : meaning?.kind === 'localhost'
            ? prometheus.service.name
            : undefined;
      return { job: job.name.value, address: value, at, service };
    });
    const discovered = job.discoveries.map((key): ExpectedTarget => ({
      job: job.name.value,
      at: keyRange(job.node, key) ?? job.name.at,
    }));
    return [...fixed, ...discovered];
  });
}
