import { setMaxListeners } from 'node:events';

/** How a run is told to end before its time. */
export interface Interrupts {
  /** Aborts with the first signal, and with an error that nobody caught: the run ends in order. */
  readonly cancel: AbortSignal;
  /** Aborts with the second signal: whoever sent it does not want to wait. */
  readonly hurry: AbortSignal;
  /** The error that nobody caught, a bug of ours. */
  readonly crash: () => unknown;
}

/** What is listened to of a process. */
export interface Interruptible {
  on(event: string, listener: (value: unknown) => void): unknown;
}

/** Ctrl-C, the end of a job, the end of a terminal. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * From here on nothing ends the process before it has cleaned up but SIGKILL. A stream that nobody reads any more is no reason either:
 * the terminal is gone after SIGHUP, and so is the other end of a pipe to `head`.
 */
export function listenForInterrupts(
  on: Interruptible = process,
  streams: readonly Interruptible[] = [process.stdout, process.stderr],
): Interrupts {
  // One signal ends everything: each wait of each service listens to it, which Node takes for a leak from the eleventh on.
  setMaxListeners(0);
  const cancel = new AbortController();
  const hurry = new AbortController();
  let crash: unknown;
  for (const signal of SIGNALS) {
    on.on(signal, () => {
      if (cancel.signal.aborted) hurry.abort();
      cancel.abort();
    });
  }
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    on.on(event, (error) => {
      crash ??= error;
      cancel.abort();
    });
  }
  for (const stream of streams) stream.on('error', () => undefined);
  return { cancel: cancel.signal, hurry: hurry.signal, crash: () => crash };
}
