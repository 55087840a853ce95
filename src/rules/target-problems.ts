import { scrapeTargets, type ScrapeTarget } from '../discovery/scrape-targets.js';
import { hostMeanings, splitAddress, type HostMeaning } from '../model/address.js';
import type { ScrapeJob, Stack } from '../model/stack.js';
import type { Located } from '../model/source.js';
import type { Problem } from './rule.js';

/** A listed target, after relabelling, with what its host name means to Prometheus. */
export interface ResolvedTarget {
  readonly job: ScrapeJob;
  /** As listed. */
  readonly target: Located<string>;
  readonly host: string;
  /** The port that is scraped: the written one, or the scheme's own. */
  readonly port: number;
  readonly meaning: HostMeaning;
  readonly scraped: ScrapeTarget;
}

const resolved = new WeakMap<Stack, readonly ResolvedTarget[]>();

/** Every target that is scraped, static or from a file, with the meaning of its host. */
export function resolvedTargets(stack: Stack): readonly ResolvedTarget[] {
  let targets = resolved.get(stack);
  if (!targets) {
    targets = resolve(stack);
    resolved.set(stack, targets);
  }
  return targets;
}

const inside = new WeakMap<Stack, readonly ResolvedTarget[]>();

/** Those that the stack can tell something of: of the many that are outside it nothing more is known. */
export function targetsInside(stack: Stack): readonly ResolvedTarget[] {
  let targets = inside.get(stack);
  if (!targets) {
    targets = resolvedTargets(stack).filter(({ meaning }) => meaning.kind !== 'outside');
    inside.set(stack, targets);
  }
  return targets;
}

/** The problems of each target that is scraped; relabelling has been applied. */
export function eachTarget(
  stack: Stack,
  judge: (target: ResolvedTarget) => Omit<Problem, 'at'> | undefined,
): Problem[] {
  return resolvedTargets(stack).flatMap((one) => {
    const problem = judge(one);
    if (!problem) return [];
    const { job, target } = one;
    return [{ ...problem, at: target.at, subject: { job: job.name.value, target: target.value, ...problem.subject } }];
  });
}

function resolve(stack: Stack): ResolvedTarget[] {
  const service = stack.prometheus?.service;
  if (!service) return [];
  const meaningOf = hostMeanings(stack, service);
  const targets: ResolvedTarget[] = [];
  for (const scraped of scrapeTargets(stack)) {
    const { job, written, address, scheme, droppedBy } = scraped;
    const parts = droppedBy ? undefined : splitAddress(address);
    if (!parts) continue;
    const port = parts.port ?? (scheme === 'https' ? 443 : 80);
    targets.push({ job, target: written, host: parts.host, port, meaning: meaningOf(parts.host), scraped });
  }
  return targets;
}
