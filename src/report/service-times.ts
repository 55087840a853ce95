import type { ContainerSnapshot } from '../model/observation.js';
import type { ServiceReport } from '../model/report.js';
import type { RunRecord } from '../model/run-record.js';

type Times = Pick<
  ServiceReport,
  'created_after_ms' | 'started_after_ms' | 'ready_after_ms' | 'first_scrape_after_ms' | 'exited_after_ms'
>;

/**
 * When a service was created, started, ready, first scraped and at its end, since the start of the run: with several containers, when
 * the first was created and the last started. Pure.
 */
export function serviceTimes(
  { readyAt, startedMs, targets }: Pick<RunRecord, 'readyAt' | 'startedMs' | 'targets'>,
  service: string,
  containers: readonly ContainerSnapshot[],
): Times {
  const created = containers.flatMap(({ createdAtMs }) => (createdAtMs === undefined ? [] : [createdAtMs]));
  const restarted = containers.some(({ restarts }) => restarts > 0);
  const started = restarted ? [] : containers.map(({ startedAtMs }) => startedAtMs).filter((ms) => ms > 0);
  const ended = containers.filter(({ state }) => state === 'exited' || state === 'dead' || state === 'restarting');
  const scraped = targets.flatMap(({ expected, firstUpAfterMs }) =>
    expected.service === service && firstUpAfterMs !== undefined ? [firstUpAfterMs] : [],
  );
  const ready = readyAt.get(service);
  const after = (ms: readonly number[], of: (...ms: number[]) => number): number | undefined => {
    // Another clock than ours, as of an engine elsewhere, says nothing.
    const since = ms.length === 0 ? -1 : of(...ms) - startedMs;
    return since < 0 ? undefined : since;
  };
  const times = {
    created_after_ms: after(created, Math.min),
    started_after_ms: after(started, Math.max),
    ready_after_ms: ready === undefined ? undefined : ready - startedMs,
    first_scrape_after_ms: scraped.length === 0 ? undefined : Math.min(...scraped),
    exited_after_ms: after(
      ended.map(({ finishedAtMs }) => finishedAtMs),
      Math.max,
    ),
  };
  return Object.fromEntries(Object.entries(times).filter(([, ms]) => ms !== undefined));
}
