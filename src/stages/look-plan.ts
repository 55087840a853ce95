import type { UpCounts } from '../ports/prometheus.js';

/** What is worth asking now: every target, the targets of some scrape pools, or nothing but the counts. */
export type LookAt = 'all' | ReadonlySet<string> | 'counts';

/** A list of targets up to here costs no more than counting them: about forty targets. */
const SMALL_BYTES = 48_000;
const BYTES_A_TARGET = 1000;
/** A list costs Prometheus and us; it may take this share of the time at most. */
const SHARE = 0.1;
const LEAST_GAP_MS = 1000;
/** More pools than this are asked about all at once: each is a question of its own. */
const MOST_POOLS = 5;

/** What is known of the targets when the next question is planned. */
export interface PlanState {
  readonly nowMs: number;
  /** Undefined when they cannot be asked for. */
  readonly counts: UpCounts | undefined;
  /** How many series of `up` there are when every expected target is up. */
  readonly wanted: number;
  readonly undecidedPools: ReadonlySet<string>;
  /** When a decision is due: a scrape, or the end of a patience. */
  readonly dueMs: number | undefined;
}

/**
 * Decides when the targets themselves are looked at. A small list is read each time. A large one would be a hundred megabytes a
 * question: it is read when the counts say that all may be up, when they changed or a decision is due, and then seldom enough.
 */
export class LookPlan {
  #bytes = 0;
  #lookedMs: number | undefined;
  #costMs = 0;
  #counts: UpCounts | undefined;
  #poolsWork = true;

  /** @param targets how many are expected */
  constructor(private readonly targets: number) {}

  /** Whether every target is read with every question. A short list may be one that Prometheus has not filled yet. */
  get isSmall(): boolean {
    return Math.max(this.#bytes, this.targets * BYTES_A_TARGET) <= SMALL_BYTES;
  }

  decide({ nowMs, counts, wanted, undecidedPools, dueMs }: PlanState): LookAt {
    if (this.isSmall) return 'all';
    const changed = counts === undefined || counts.up !== this.#counts?.up || counts.all !== this.#counts.all;
    const mayBeUp = changed && counts !== undefined && counts.up >= wanted;
    if (!mayBeUp) {
      const gapMs = Math.max(LEAST_GAP_MS, this.#costMs / SHARE);
      const isDue = dueMs !== undefined && dueMs <= nowMs;
      if (this.#lookedMs === undefined ? !isDue : nowMs - this.#lookedMs < gapMs || !(changed || isDue))
        return 'counts';
    }
    const some = undecidedPools.size > 0 && undecidedPools.size <= MOST_POOLS;
    return this.#lookedMs !== undefined && this.#poolsWork && some ? undecidedPools : 'all';
  }

  /** A list was read. */
  looked(
    at: Exclude<LookAt, 'counts'>,
    was: { nowMs: number; costMs: number; bytes: number; counts?: UpCounts | undefined },
  ): void {
    this.#lookedMs = was.nowMs;
    this.#counts = was.counts;
    if (at === 'all') {
      this.#bytes = was.bytes;
      this.#costMs = was.costMs;
    } else {
      this.#costMs = Math.max(was.costMs, this.#costMs / 2);
      // Prometheus before 2.42 answers with every target for each pool.
      if (was.bytes > this.#bytes * 0.9 * at.size) this.#poolsWork = false;
    }
  }
}
