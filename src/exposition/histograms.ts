import { numberOf } from './number.js';
import type { Family } from './families.js';
import type { ProblemList } from './problem-list.js';
import type { Sample } from './sample.js';
import { seriesHash } from './series-table.js';

const BUCKETS = { code: 'histogram-buckets', severity: 'warning', refusedBy: [] } as const;

/** The buckets of one histogram: those that differ in `le` alone. */
interface Buckets {
  readonly start: number;
  readonly end: number;
  bound: number;
  count: number;
  infinite: boolean;
}

/** Looks at the buckets of the histogram family that is being read; only that family's are kept. */
export class Histograms {
  #family: Family | undefined;
  readonly #buckets = new Map<number, Buckets>();
  #last: Buckets | undefined;
  #lastHash = 0;

  constructor(private readonly problems: ProblemList) {}

  /** @param le which label is the bound */
  bucket(sample: Sample, family: Family, le: number): void {
    if (family !== this.#family) {
      this.finish();
      this.#family = family;
    }
    const buckets = this.#bucketsOf(sample, seriesHash(sample, le));
    const bound = numberOf(sample.labelValue(le));
    const count = numberOf(sample.text.slice(sample.valueStart, sample.valueEnd));
    if (bound === Infinity) buckets.infinite = true;
    if (bound >= buckets.bound && count < buckets.count) {
      const than = String(buckets.count);
      this.problems.add(
        BUCKETS,
        sample.valueStart,
        sample.valueEnd,
        (it) =>
          `the bucket le="${sample.labelValue(le)}" of ${family.name} has ${it}, less than the bucket before it (${than}): buckets count all that is smaller`,
      );
    }
    buckets.bound = bound;
    buckets.count = count;
  }

  #bucketsOf(sample: Sample, hash: number): Buckets {
    if (this.#last && hash === this.#lastHash) return this.#last;
    let known = this.#buckets.get(hash);
    if (!known) {
      known = { start: sample.nameStart, end: sample.nameEnd, bound: -Infinity, count: 0, infinite: false };
      this.#buckets.set(hash, known);
    }
    this.#last = known;
    this.#lastHash = hash;
    return known;
  }

  /** Says what is missing of the family that was read last. */
  finish(): void {
    const name = this.#family?.name ?? '';
    for (const { start, end, infinite } of this.#buckets.values())
      if (!infinite)
        this.problems.add(
          BUCKETS,
          start,
          end,
          () => `the histogram ${name} has no bucket le="+Inf" for these labels, which histogram_quantile needs`,
        );
    this.#buckets.clear();
    this.#last = undefined;
    this.#family = undefined;
  }
}
