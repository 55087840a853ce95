import type { ContainerSnapshot } from '../model/observation.js';
import type { ContainerProbe } from '../ports/tempo.js';
import type { TempoChange } from '../model/tempo.js';
import { START_INTERVAL_MS, goDuration } from './health-tempo.js';

/** Containers whose healthcheck can be run by us right now: those that run and that Docker has no verdict of. */
export function containersToAsk(
  containers: readonly ContainerSnapshot[],
  readyWhen: ReadonlyMap<string, unknown>,
  busy: ReadonlySet<string>,
): ContainerSnapshot[] {
  return containers.filter(
    ({ id, service, state, health, watched }) =>
      readyWhen.has(service) &&
      state === 'running' &&
      health === 'starting' &&
      watched?.removedAtMs === undefined &&
      !busy.has(id),
  );
}

/** One run of a container; after a restart nothing that was seen before counts. */
export function runOf({ id, startedAtMs }: Pick<ContainerSnapshot, 'id' | 'startedAtMs'>): string {
  return `${id} ${String(startedAtMs)}`;
}

/** How the report tells that a service's healthcheck was run by us as well; undefined where Docker runs it as often by itself. */
export function witnessChange(service: string, { intervalMs }: ContainerProbe): TempoChange | undefined {
  if (intervalMs <= START_INTERVAL_MS) return undefined;
  return {
    service,
    what: 'healthcheck',
    from: `every ${goDuration(intervalMs)} by Docker`,
    to: `every ${goDuration(START_INTERVAL_MS)} by exec until it first passes`,
  };
}
