/** `6.5 s`, `1 min 20 s`, `250 ms`: a length of time for a person. */
export function lasting(ms: number): string {
  if (ms < 1000) return `${String(Math.max(0, Math.round(ms)))} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`;
}

/** The time of day, in UTC as logs of workflows have it: `18:09:41.300 UTC`. */
export function clockTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(11, 23)} UTC`;
}

/** A moment by the clock, and how long after the run began when that is known. An engine elsewhere may have another clock. */
export function moment(ms: number, runStartedMs: number | undefined): string {
  const after = runStartedMs === undefined ? -1 : ms - runStartedMs;
  return after < 0 ? clockTime(ms) : `${clockTime(ms)}, ${lasting(after)} after the run began`;
}
