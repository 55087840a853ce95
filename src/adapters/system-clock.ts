import type { Clock } from '../ports/clock.js';

/**
 * The time when the process started and what has passed since, so that a wait is as long as it is meant to be even when the machine's
 * clock is set meanwhile. https://nodejs.org/api/perf_hooks.html#performancetimeorigin
 */
export const systemClock: Clock = {
  now: () => Math.round(performance.timeOrigin + performance.now()),
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
