import { describe, expect, test } from '@jest/globals';
import { silentProgress } from '../../src/adapters/silent-progress.js';
import { bringUp } from '../../src/stages/bring-up.js';
import { HealthWitness } from '../../src/stages/health-witness.js';
import { planBringUp } from '../../src/stages/plan.js';
import { ServiceWatch } from '../../src/stages/service-watch.js';
import { waitUntilReady } from '../../src/stages/wait.js';
import { containersToAsk } from '../../src/tempo/health-witness.js';
import { containerOf } from '../fakes/container.js';
import { FakeClock } from '../fakes/fake-clock.js';
import { FakeRuntime, healthyAfter, type Script } from '../fakes/fake-runtime.js';
import { FakeTempo } from '../fakes/fake-tempo.js';
import { stackOf } from '../fakes/load.js';

const COMPOSE = `services:
  prometheus: { image: "prom/prometheus:v3.5.0", healthcheck: { test: x } }
  app: { image: x, healthcheck: { test: x }, depends_on: { prometheus: { condition: service_healthy } } }
`;
const SLOW = { prometheus: healthyAfter(30_000), app: healthyAfter(30_000) };

async function run(set: (driver: FakeTempo, clock: FakeClock) => void, scripts: Record<string, Script> = SLOW) {
  const clock = new FakeClock();
  const runtime = new FakeRuntime(clock, scripts);
  const driver = new FakeTempo();
  driver.obeysStartInterval = false;
  set(driver, clock);
  const plan = planBringUp(stackOf({ 'compose.yml': COMPOSE }));
  const watch = new ServiceWatch(runtime, clock, plan, () => undefined);
  const witness = new HealthWitness({ plan, watch, driver, clock });
  const startedMs = clock.now();
  const { signal } = new AbortController();
  const context = { plan, runtime, watch, clock, progress: silentProgress, signal };
  witness.start();
  const ready = (await bringUp(context)).ok && (await waitUntilReady(context));
  const tookMs = clock.now() - startedMs;
  const containers = watch.containers();
  await witness.close();
  await watch.close();
  return { ready, tookMs, containers, probes: driver.calls, changes: witness.changes };
}

describe('where Docker knows no start interval', () => {
  test('a healthcheck that passes makes its service ready, and what waits for it starts', async () => {
    const { ready, tookMs, containers, changes } = await run((driver) => (driver.outcome = () => 'passed'));
    expect(ready).toBe(true);
    expect(tookMs).toBeLessThan(5000);
    expect(containers.map(({ health }) => health)).toEqual(['healthy', 'healthy']);
    expect(containers.every(({ watched }) => watched?.witnessedAtMs !== undefined)).toBe(true);
    const what = { what: 'healthcheck', from: 'every 30s by Docker', to: 'every 500ms by exec until it first passes' };
    expect(changes).toEqual([
      { service: 'prometheus', ...what },
      { service: 'app', ...what },
    ]);
  });

  test('one that fails is no failure: Docker says when it is ready', async () => {
    const { ready, tookMs, containers, probes } = await run(() => undefined);
    expect(ready).toBe(true);
    expect(tookMs).toBeGreaterThanOrEqual(60_000);
    expect(containers.some(({ watched }) => watched?.witnessedAtMs !== undefined)).toBe(false);
    expect(probes.length).toBeGreaterThan(100);
  });

  test('Docker has the last word', async () => {
    const unhealthy: Script = (since) => ({ health: since >= 3000 ? 'unhealthy' : 'starting' });
    const { ready, containers } = await run((driver) => (driver.outcome = () => 'passed'), {
      prometheus: unhealthy,
      app: healthyAfter(60_000),
    });
    // Ready by then: what Docker says later is judged all the same.
    expect(ready).toBe(true);
    expect(containers.find(({ service }) => service === 'prometheus')?.health).toBe('healthy');
    const late = await run((driver) => (driver.outcome = (id) => (id === 'prometheus-id' ? 'passed' : 'failed')), {
      prometheus: unhealthy,
      app: healthyAfter(60_000),
    });
    expect(late.ready).toBe(false);
  });

  test('one healthcheck at a time in a container, and none after one that hung', async () => {
    let most = 0;
    let running = 0;
    const { probes } = await run((driver, clock) => {
      driver.outcome = async () => {
        most = Math.max(most, ++running);
        await clock.sleep(2000);
        running--;
        return 'hung' as const;
      };
    });
    expect(most).toBe(1);
    expect(probes).toEqual(['probe prometheus-id', 'probe app-id']);
  });

  test('an exec that throws is no witness and no failure', async () => {
    const { ready, tookMs } = await run((driver) => (driver.outcome = () => Promise.reject(new Error('not running'))));
    expect(ready).toBe(true);
    expect(tookMs).toBeGreaterThanOrEqual(60_000);
  });

  test('a healthcheck that is as quick already is left to Docker', async () => {
    const { probes, changes } = await run(
      (driver) => (driver.probe = { argv: ['x'], intervalMs: 500, timeoutMs: 1000 }),
    );
    expect(probes).toEqual([]);
    expect(changes).toEqual([]);
  });
});

test('where Docker obeys start_interval nothing is run', async () => {
  const { probes, changes, tookMs } = await run((driver) => (driver.obeysStartInterval = true));
  expect(probes).toEqual([]);
  expect(changes).toEqual([]);
  expect(tookMs).toBeGreaterThanOrEqual(60_000);
});

test('only running containers of the plan that Docker has no verdict of are asked', () => {
  const all = [
    containerOf('starting', { health: 'starting' }),
    containerOf('busy', { health: 'starting' }),
    containerOf('stranger', { health: 'starting' }),
    containerOf('ended', { health: 'starting', state: 'exited' }),
    containerOf('removed', { health: 'starting', watched: { endedRuns: [], removedAtMs: 1 } }),
    containerOf('without'),
    containerOf('well', { health: 'healthy' }),
    containerOf('ill', { health: 'unhealthy' }),
  ];
  const plan = new Map(all.filter(({ service }) => service !== 'stranger').map(({ service }) => [service, true]));
  expect(containersToAsk(all, plan, new Set(['busy-id'])).map(({ service }) => service)).toEqual(['starting']);
});
