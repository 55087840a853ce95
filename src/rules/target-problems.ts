import { meaningOfHost, splitAddress, type HostMeaning } from '../model/address.js';
import type { ScrapeJob, Stack } from '../model/stack.js';
import type { Located } from '../model/source.js';
import type { Problem } from './rule.js';

/** A static target with what its host name means to Prometheus. */
export interface ResolvedTarget {
  readonly job: ScrapeJob;
  readonly target: Located<string>;
  readonly host: string;
  /** The port that is scraped: the written one, or the scheme's own. */
  readonly port: number;
  readonly meaning: HostMeaning;
}

const resolved = new WeakMap<Stack, readonly ResolvedTarget[]>();

/** The problems of each static target whose address is scraped as written. */
export function eachTarget(
  stack: Stack,
  judge: (target: ResolvedTarget) => Omit<Problem, 'at'> | undefined,
): Problem[] {
  let targets = resolved.get(stack);
  if (!targets) {
    targets = resolve(stack);
    resolved.set(stack, targets);
  }
  return targets.flatMap((one) => {
    const problem = judge(one);
    if (!problem) return [];
    const { job, target } = one;
    return [{ ...problem, at: target.at, subject: { job: job.name.value, target: target.value, ...problem.subject } }];
  });
}

/** All targets, once for all rules. */
function resolve(stack: Stack): ResolvedTarget[] {
  const prometheus = stack.prometheus;
  if (!prometheus) return [];
  return (prometheus.config?.jobs ?? []).flatMap((job) => {
    // Relabelling may replace the address, so what is written proves nothing.
    if (job.relabels) return [];
    return job.staticTargets.flatMap((target) => {
      const address = splitAddress(target.value);
      if (!address) return [];
      const meaning = meaningOfHost(stack, prometheus.service, address.host);
      const port = address.port ?? (job.scheme === 'https' ? 443 : 80);
      return [{ job, target, host: address.host, port, meaning }];
    });
  });
}
