import { isFine } from '../model/target.js';
import type { Moment } from './proof-demand.js';
import type { TargetEvidence } from './target-evidence.js';

/** What is known of all targets together. */
export interface TargetSummary {
  readonly up: number;
  /** Neither up nor dropped or excused. */
  readonly notFine: number;
  /** The scrape pools in which something is not decided. */
  readonly undecidedPools: ReadonlySet<string>;
  /** The scrape pools in which a target that is to be there is not. */
  readonly unlistedPools: ReadonlySet<string>;
  /** When something is due that decides: a scrape, or the end of a patience. Undefined before the first answer. */
  readonly dueMs: number | undefined;
  /** Whether something may change at any time, since a target was not listed or not scraped yet. */
  readonly isRestless: boolean;
}

/** Sums up in one go. */
export function summarise(all: Iterable<TargetEvidence>, moment: Moment | undefined): TargetSummary {
  let [up, notFine, dueMs, isRestless] = [0, 0, Infinity, false];
  const undecidedPools = new Set<string>();
  const unlistedPools = new Set<string>();
  for (const evidence of all) {
    if (evidence.health === 'up') up++;
    else if (!isFine(evidence)) notFine++;
    if (evidence.decided) continue;
    undecidedPools.add(evidence.expected.job);
    if (evidence.isUnlisted) unlistedPools.add(evidence.expected.job);
    isRestless ||= evidence.isRestless;
    if (moment) dueMs = Math.min(dueMs, evidence.dueMs(moment));
  }
  return { up, notFine, undecidedPools, unlistedPools, dueMs: moment ? dueMs : undefined, isRestless };
}
