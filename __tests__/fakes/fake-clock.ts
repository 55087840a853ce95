import type { Clock } from '../../src/ports/clock.js';

interface Timer {
  readonly at: number;
  readonly wake: () => void;
}

/** Virtual time: when nothing else is left to do, the clock jumps to the next timer. Minutes pass in milliseconds. */
export class FakeClock implements Clock {
  #nowMs: number;
  readonly #timers = new Set<Timer>();
  #pumping = false;

  constructor(nowMs = Date.UTC(2026, 10, 19)) {
    this.#nowMs = nowMs;
  }

  now(): number {
    return this.#nowMs;
  }

  random(): number {
    return 0.5;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#timers.delete(timer);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const timer = { at: this.#nowMs + ms, wake };
      this.#timers.add(timer);
      signal?.addEventListener('abort', wake, { once: true });
      this.#pump();
    });
  }

  #pump(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    const idle = (turns: number): void => {
      if (turns > 0) {
        setImmediate(idle, turns - 1);
        return;
      }
      this.#pumping = false;
      const next = [...this.#timers].sort((a, b) => a.at - b.at)[0];
      if (!next) return;
      this.#nowMs = Math.max(this.#nowMs, next.at);
      next.wake();
      if (this.#timers.size > 0) this.#pump();
    };
    // A few turns of the event loop let everything that is ready run first.
    setImmediate(idle, 3);
  }
}
