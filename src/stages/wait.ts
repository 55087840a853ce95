import type { WaitContext } from './wait-context.js';

const RECHECK_MS = 1000;

/** Waits until every service is ready; false at once when one never will be, and with the signal. */
export async function waitUntilReady({ plan, watch, progress, signal }: WaitContext): Promise<boolean> {
  for (;;) {
    const failed = watch.hopeless();
    if (failed) {
      progress.note(`${failed.service}: ${failed.reason}`);
      return false;
    }
    if (watch.readyAt.size === plan.readyWhen.size) return true;
    if (signal.aborted) return false;
    await watch.change(Math.min(RECHECK_MS, watch.recheckMs()), signal);
  }
}
