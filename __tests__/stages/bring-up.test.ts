import { describe, expect, test } from '@jest/globals';
import type { NamedStage } from '../../src/model/plan.js';
import { bringUp, type BringUp } from '../../src/stages/bring-up.js';
import { planBringUp } from '../../src/stages/plan.js';
import { ServiceWatch } from '../../src/stages/service-watch.js';
import { silentProgress } from '../../src/adapters/silent-progress.js';
import { FakeClock } from '../fakes/fake-clock.js';
import { FakeRuntime, healthyAfter, type Script } from '../fakes/fake-runtime.js';
import { stackOf } from '../fakes/load.js';

interface Options {
  readonly services: readonly string[];
  readonly scripts?: Readonly<Record<string, Script>>;
  readonly stages?: readonly NamedStage[];
  readonly set?: (runtime: FakeRuntime) => void;
}

async function ascend({ services, scripts = {}, stages = [], set }: Options) {
  const clock = new FakeClock();
  const runtime = new FakeRuntime(clock, scripts);
  set?.(runtime);
  const plan = planBringUp(
    stackOf({ 'compose.yml': `services:\n${services.map((line) => `  ${line}\n`).join('')}` }),
    stages,
  );
  const watch = new ServiceWatch(runtime, clock, plan, () => undefined);
  const startedMs = clock.now();
  const signal = new AbortController().signal;
  const result: BringUp = await bringUp({ plan, runtime, watch, clock, progress: silentProgress, signal });
  const startOf = (service: string): number => (watch.of(service)[0]?.startedAtMs ?? NaN) - startedMs;
  const tookMs = clock.now() - startedMs;
  await watch.close();
  return { result, calls: runtime.calls, startOf, tookMs };
}

const PROMETHEUS = 'prometheus: { image: "prom/prometheus:v3.5.0", healthcheck: { test: x } }';
const needs = (name: string, other: string, condition = 'service_healthy'): string =>
  `${name}: { image: x, depends_on: { ${other}: { condition: ${condition} } } }`;

describe('a service starts as soon as its own conditions hold', () => {
  test('not when all services of a level can start', async () => {
    const { result, startOf } = await ascend({
      services: [PROMETHEUS, 'db: { image: x }', needs('app', 'db'), needs('grafana', 'prometheus')],
      scripts: { prometheus: healthyAfter(20_000), db: healthyAfter(1000) },
    });
    expect(result).toEqual({ ok: true });
    expect(startOf('app')).toBeLessThan(3000);
    expect(startOf('grafana')).toBeGreaterThanOrEqual(20_000);
  });

  test('in two calls of docker compose in all, Prometheus before the others', async () => {
    const { calls } = await ascend({
      services: ['db: { image: x }', needs('app', 'db', 'service_started'), 'cache: { image: x }', PROMETHEUS],
    });
    expect(calls).toEqual([
      'create prometheus',
      'create db cache app',
      'start prometheus',
      'start db',
      'start cache',
      'start app',
    ]);
  });

  test('by docker compose where only that knows how', async () => {
    const { calls } = await ascend({
      services: ['a: { image: x, post_start: [{ command: [y] }] }', 'b: { image: x }'],
    });
    expect(calls.sort()).toEqual(['create b', 'start b', 'up a']);
  });

  test('every replica of what it waits for counts', async () => {
    const { result, calls } = await ascend({
      services: ['db: { image: x, scale: 2 }', needs('app', 'db')],
      scripts: { db: healthyAfter(1000) },
      set: (runtime) => (runtime.copies = { db: 2 }),
    });
    expect(result.ok).toBe(true);
    expect(calls).toEqual(['create db app', 'start db', 'start db', 'start app']);
  });
});

describe('stages of the settings', () => {
  const services = ['db: { image: x }', 'app: { image: x }', 'free: { image: x }'];
  const stages = [
    { name: 'data', services: ['db'] },
    { name: 'apps', services: ['app'] },
  ];

  test('wait for those above to be ready; what is in none does not', async () => {
    const { startOf } = await ascend({ services, stages, scripts: { db: healthyAfter(9000) } });
    expect(startOf('free')).toBeLessThan(1000);
    expect(startOf('app')).toBeGreaterThanOrEqual(9000);
  });

  test('end the run at once when one above can never be ready', async () => {
    const { result, calls, tookMs } = await ascend({
      services,
      stages,
      scripts: { db: () => ({ state: 'exited', exitCode: 1 }) },
    });
    expect(result).toEqual({ ok: false });
    expect(calls).not.toContain('start app');
    expect(tookMs).toBeLessThan(1000);
  });
});

describe('a start that fails', () => {
  const said =
    'driver failed programming external connectivity on endpoint x: Bind for 0.0.0.0:1 failed: port is already allocated';
  const FAILED = { command: 'docker start', exitCode: 1, stdout: '', output: said };

  test('is told of the very service that Docker refused', async () => {
    const { result } = await ascend({
      services: ['a: { image: x }', 'b: { image: x }'],
      set: (runtime) => {
        runtime.upResult = ([service]) => (service === 'b' ? FAILED : { ...FAILED, exitCode: 0 });
      },
    });
    expect(result).toEqual({
      ok: false,
      failure: { services: ['b'], command: 'docker start', exitCode: 1, output: said },
    });
  });

  test('ends the others, whatever they wait for', async () => {
    const { result, tookMs } = await ascend({
      services: ['a: { image: x }', needs('c', 'a'), 'b: { image: x }'],
      scripts: { a: healthyAfter(60_000) },
      set: (runtime) => {
        runtime.upResult = ([service]) => (service === 'b' ? FAILED : { ...FAILED, exitCode: 0 });
      },
    });
    expect(result.failure?.services).toEqual(['b']);
    expect(tookMs).toBeLessThan(1000);
  });

  test('is one of all that are created when Compose cannot create them', async () => {
    const { result, calls } = await ascend({
      services: ['a: { image: x }', 'b: { image: x }'],
      set: (runtime) => (runtime.createResult = () => FAILED),
    });
    expect(result.failure?.services).toEqual(['a', 'b']);
    expect(calls).toEqual(['create a b']);
  });

  test('is a replica that Compose did not make', async () => {
    const { result } = await ascend({
      services: ['a: { image: x, scale: 3 }'],
      set: (runtime) => (runtime.copies = { a: 2 }),
    });
    expect(result.failure).toMatchObject({ services: ['a'] });
    expect(result.failure?.output).toContain('2 of 3 containers');
  });
});

test('a crash while others are waited for ends the bring-up at once', async () => {
  const { result, tookMs } = await ascend({
    services: ['slow: { image: x }', needs('app', 'slow'), 'crash: { image: x }'],
    scripts: { slow: healthyAfter(60_000), crash: () => ({ state: 'exited', exitCode: 1 }) },
  });
  expect(result).toEqual({ ok: false });
  expect(tookMs).toBeLessThan(1000);
});
