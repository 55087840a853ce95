import type { ContainerSnapshot } from '../../src/model/observation.js';

/** A container that runs, with what a test adds. */
export function containerOf(service: string, more: Partial<ContainerSnapshot> = {}): ContainerSnapshot {
  return {
    id: `${service}-id`,
    name: `run-${service}-1`,
    service,
    image: `example/${service}:1`,
    state: 'running',
    health: 'none',
    exitCode: 0,
    oomKilled: false,
    restarts: 0,
    restartPolicy: 'no',
    maximumRetries: 0,
    startedAtMs: 1,
    finishedAtMs: 0,
    startError: '',
    probes: [],
    addresses: [],
    publishedPorts: [],
    ...more,
  };
}
