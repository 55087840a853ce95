import { expect, test } from '@jest/globals';
import type { ContainerSnapshot } from '../../src/model/observation.js';
import { planBringUp } from '../../src/stages/plan.js';
import { serviceProgress } from '../../src/stages/service-progress.js';
import { stackOf } from '../fakes/load.js';

const NOW = Date.UTC(2026, 10, 25, 18, 0, 10);
const PLAN = planBringUp(
  stackOf({
    'compose.yml': `services:
  redis: {image: "redis:7"}
  agent:
    image: example/agent:1
    depends_on: {redis: {condition: service_healthy}, setup: {condition: service_completed_successfully}}
  setup: {image: "example/setup:1"}
`,
  }),
);

function container(service: string, rest: Partial<ContainerSnapshot>): ContainerSnapshot {
  return {
    id: service,
    name: service,
    service,
    image: 'x',
    state: 'running',
    health: 'none',
    exitCode: 0,
    oomKilled: false,
    restarts: 0,
    restartPolicy: 'no',
    maximumRetries: 0,
    createdAtMs: NOW - 3000,
    startedAtMs: NOW - 2500,
    finishedAtMs: 0,
    startError: '',
    probes: [],
    addresses: [],
    publishedPorts: [],
    ...rest,
  };
}

const told = (...containers: ContainerSnapshot[]): string[] =>
  serviceProgress(PLAN, containers, NOW).map(
    ({ service, phase, state, waitedMs, reason }) =>
      `${service}: ${phase}, ${state}, ${String(waitedMs ?? '-')}${reason === '' ? '' : `, ${reason}`}`,
  );

test('a service that was not started waits for what its dependencies are not yet', () => {
  expect(told()).toEqual([
    'redis: unstarted, not started, -, its turn',
    'setup: unstarted, not started, -, its turn',
    'agent: unstarted, not started, -, redis to be healthy, setup to complete',
  ]);
  expect(told(container('redis', { health: 'healthy' })).at(-1)).toBe(
    'agent: unstarted, not started, -, setup to complete',
  );
});

test('one that starts waits for its healthcheck, and quotes the probe that failed last', () => {
  const probes = [{ at: '', exitCode: 1, output: 'refused\nmore' }];
  expect(told(container('redis', { health: 'starting', probes }))[0]).toBe(
    'redis: waiting, starting, 3000, its healthcheck; last probe: refused',
  );
});

test('of several containers the one that is not ready speaks', () => {
  const two = [container('redis', { health: 'healthy' }), container('redis', { health: 'starting' })];
  expect(told(...two)[0]).toBe('redis: waiting, starting, 3000, its healthcheck');
});

test('one that failed says how, and one that completed is ready', () => {
  expect(
    told(container('redis', { state: 'exited', exitCode: 1 }), container('setup', { state: 'exited' })).slice(0, 2),
  ).toEqual(['redis: failed, exited, 3000, exited with code 1', 'setup: ready, completed, 3000']);
});
