import type { ContainerSnapshot, EndedRun } from '../model/observation.js';

/**
 * A run this long is no part of a loop. Docker's own restart manager thinks so too: it starts its back-off again after it
 * (restartmanager.go, https://github.com/moby/moby/blob/master/daemon/internal/restartmanager/restart_manager.go).
 */
const LONG_RUN_MS = 10_000;
/** How long a container without a healthcheck has to run before it counts as ready. */
export const STABLE_AFTER_MS = 1500;
/** How long a service may go on dying while others that it may wait for are on their way. */
export const LOOP_PATIENCE_MS = 30_000;
/** Restarts that prove a loop where nobody watched the runs. */
const RESTARTS_THAT_PROVE = 3;

/** The latest runs that all ended soon, oldest first. */
export function quickRuns({ watched }: ContainerSnapshot): readonly EndedRun[] {
  const runs = watched?.endedRuns ?? [];
  const long = runs.findLastIndex(({ startedAtMs, endedAtMs }) => endedAtMs - startedAtMs >= LONG_RUN_MS);
  return runs.slice(long + 1);
}

/** How long a container has to run to count as stable: longer than any of the runs that failed before this one. */
export function stableAfterMs(container: ContainerSnapshot): number {
  const longest = Math.max(0, ...quickRuns(container).map(({ startedAtMs, endedAtMs }) => endedAtMs - startedAtMs));
  return longest === 0 ? STABLE_AFTER_MS : Math.min(LONG_RUN_MS, Math.max(STABLE_AFTER_MS, 2 * longest));
}

/**
 * Whether a container restarts over and over. It may only be waiting for another service by dying, as many do: so two quick ends
 * prove a loop when the last of these runs began after every service that it may wait for was ready, and half a minute of
 * them in any company.
 * @returns how long until time alone proves it, 0 when it is proved, undefined when it does not loop
 */
export function loopProvedInMs(container: ContainerSnapshot, nowMs: number): number | undefined {
  const { watched, restarts, state, startedAtMs } = container;
  if (state === 'running' && nowMs - startedAtMs >= stableAfterMs(container)) return undefined;
  if (!watched) return restarts >= RESTARTS_THAT_PROVE ? 0 : undefined;
  const runs = quickRuns(container);
  const [first] = runs;
  const last = runs.at(-1);
  if (!first || !last || runs.length < 2) return undefined;
  if (watched.companionsReadyAtMs !== undefined && last.startedAtMs >= watched.companionsReadyAtMs) return 0;
  return Math.max(0, first.endedAtMs + LOOP_PATIENCE_MS - nowMs);
}
