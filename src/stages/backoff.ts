import type { Clock } from '../ports/clock.js';

/** Bounds of an exponential backoff, milliseconds. */
export interface BackoffBounds {
  readonly firstMs: number;
  readonly mostMs: number;
}

/** No poll comes sooner than this, whatever chance says. */
export const SHORTEST_PAUSE_MS = 100;

/**
 * Exponential backoff with full jitter: a pause is any time up to the step, so that many gates on one engine spread out.
 * See https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/.
 */
export class Backoff {
  #stepMs: number;

  constructor(
    private readonly bounds: BackoffBounds,
    private readonly clock: Clock,
  ) {
    this.#stepMs = bounds.firstMs;
  }

  /** The next pause; each one doubles the step up to the bound. */
  nextMs(): number {
    const step = this.#stepMs;
    this.#stepMs = Math.min(step * 2, this.bounds.mostMs);
    return Math.max(SHORTEST_PAUSE_MS, Math.round(step * this.clock.random()));
  }

  /** Something moved: look closely again. */
  reset(): void {
    this.#stepMs = this.bounds.firstMs;
  }
}
