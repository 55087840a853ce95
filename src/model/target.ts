import type { SourceRange } from './source.js';

/** A target that the configuration promises. */
export interface ExpectedTarget {
  readonly job: string;
  /** As written: `HOST:PORT`. Undefined for a discovery, which must give at least one target. */
  readonly address?: string | undefined;
  /** The line of the configuration that names it. */
  readonly at: SourceRange;
  /** The service it resolves to, when it is one of the stack. */
  readonly service?: string | undefined;
}

/** `missing` was never created by Prometheus; `dropped` was removed by relabelling, which its owner asked for. */
export type TargetHealth = 'up' | 'down' | 'unknown' | 'missing' | 'dropped';

/** An expected target beside what Prometheus said of it. */
export interface TargetResult {
  readonly expected: ExpectedTarget;
  readonly health: TargetHealth;
  readonly scrapeUrl?: string | undefined;
  readonly lastError?: string | undefined;
  readonly scrapeDurationMs?: number | undefined;
  readonly firstUpAfterMs?: number | undefined;
}
