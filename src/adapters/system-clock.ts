import type { Clock } from '../ports/clock.js';

const startedMs = Date.now();
const started = process.hrtime.bigint();

/**
 * The time when this was loaded and what has passed since, so that a wait is as long as it is meant to be even when the machine's clock
 * is set meanwhile. Not by `performance`, whose modules take two milliseconds to load.
 */
export const systemClock: Clock = {
  now: () => startedMs + Math.round(Number(process.hrtime.bigint() - started) / 1e6),
  random: () => Math.random(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) {
        resolve();
        return;
      }
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal?.addEventListener('abort', done, { once: true });
    }),
};
