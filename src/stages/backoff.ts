import type { Clock } from '../ports/clock.js';

/** Bounds of an exponential backoff, milliseconds. */
export interface BackoffBounds {
  readonly firstMs: number;
  readonly mostMs: number;
}

/**
 * Exponential backoff with full jitter, but never under a quarter of the step, so that it does not turn into a busy loop.
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
    return Math.round(step * (0.25 + 0.75 * this.clock.random()));
  }

  /** Something moved: look closely again. */
  reset(): void {
    this.#stepMs = this.bounds.firstMs;
  }
}
