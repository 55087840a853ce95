import { expect, test } from '@jest/globals';
import { failedServices } from '../../src/rules/failed-services.js';
import type { Run } from '../../src/rules/rule.js';
import { planBringUp } from '../../src/stages/plan.js';
import type { ContainerSnapshot } from '../../src/model/observation.js';
import { containerOf } from '../fakes/container.js';
import { AGENT_STACK, stackOf } from '../fakes/load.js';

const NOW_MS = 100_000;

const causesOf = (agent: Partial<ContainerSnapshot>): string[] => {
  const stack = stackOf(AGENT_STACK);
  const containers = stack.project.services.map(({ name }) =>
    containerOf(name, { startedAtMs: 1000, ...(name === 'agent' ? agent : {}) }),
  );
  const observation = { atMs: NOW_MS, containers, prometheus: { ready: true }, logs: {}, neverStarted: [] };
  const run: Run = { stack, plan: planBringUp(stack), targets: [], observation };
  return failedServices(run).map(({ service, cause }) => `${service.name} ${cause}`);
};
const stopped = { state: 'exited', exitCode: 143, finishedAtMs: NOW_MS - 1000 } as const;

test('what somebody else stopped a second before the run ended is told as that, not as an exit of its own', () => {
  expect(causesOf({ ...stopped, watched: { endedRuns: [], stoppedAtMs: NOW_MS - 1000 } })).toEqual([
    'agent stopped-from-outside',
  ]);
  expect(causesOf({ state: 'paused', watched: { endedRuns: [], pausedAtMs: NOW_MS - 1000 } })).toEqual([
    'agent stopped-from-outside',
  ]);
  expect(causesOf(stopped)).toEqual(['agent container-exited']);
  expect(causesOf({})).toEqual([]);
});
