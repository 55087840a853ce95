import type { Observation } from '../model/observation.js';
import type { Clock } from '../ports/clock.js';

/** One deadline for the whole run, merged with the caller's signal; knows which of the two ended it. */
export class Deadline {
  readonly #passed = new AbortController();
  readonly #cleared = new AbortController();
  readonly signal: AbortSignal;

  constructor(
    ms: number,
    clock: Clock,
    private readonly cancel: AbortSignal,
  ) {
    this.signal = AbortSignal.any([cancel, this.#passed.signal]);
    void clock.sleep(ms, this.#cleared.signal).then(() => {
      if (!this.#cleared.signal.aborted) this.#passed.abort();
    });
  }

  get interrupted(): Observation['interrupted'] {
    return this.cancel.aborted ? 'cancelled' : this.#passed.signal.aborted ? 'deadline' : undefined;
  }

  clear(): void {
    this.#cleared.abort();
  }
}
