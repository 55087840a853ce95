import { describe, expect, test } from '@jest/globals';
import { silentProgress } from '../../src/adapters/silent-progress.js';
import { CredentialsNeeded } from '../../src/model/errors.js';
import type { ActiveTarget } from '../../src/model/observation.js';
import { expectedTargets } from '../../src/stages/expected-targets.js';
import { planBringUp } from '../../src/stages/plan.js';
import { ServiceWatch } from '../../src/stages/service-watch.js';
import { verifyTargets, type Verification, type VerifyContext } from '../../src/stages/verify.js';
import { FakeClock } from '../fakes/fake-clock.js';
import { FakePrometheus, type Peculiarities, type TargetScript } from '../fakes/fake-prometheus.js';
import { FakeRuntime } from '../fakes/fake-runtime.js';
import { AGENT_STACK, stackOf } from '../fakes/load.js';

interface Seen extends Verification {
  readonly prometheusAsked: FakePrometheus;
  readonly tookMs: number;
}

/** Verifies the targets of a stack whose services are all ready. */
async function verify(
  script: TargetScript,
  peculiar: Peculiarities = {},
  {
    config = AGENT_STACK['prometheus.yml'],
    demand = {},
    endsAfterMs,
  }: { config?: string; demand?: Partial<VerifyContext['demand']>; endsAfterMs?: number } = {},
): Promise<Seen> {
  const clock = new FakeClock();
  const stack = stackOf({ ...AGENT_STACK, 'prometheus.yml': config });
  const instance = stack.prometheus;
  if (!instance) throw new Error('no Prometheus');
  const runtime = new FakeRuntime(clock, {});
  const end = new AbortController();
  const { signal } = end;
  if (endsAfterMs !== undefined)
    void clock.sleep(endsAfterMs).then(() => {
      end.abort();
    });
  await runtime.up(['prometheus', 'agent', 'redis'], signal);
  const plan = planBringUp(stack);
  const watch = new ServiceWatch(runtime, clock, plan, () => undefined);
  await watch.refresh();
  const door = new FakePrometheus(clock, script, peculiar);
  const startedMs = clock.now();
  const context = {
    ...{ plan, runtime, watch, clock, progress: silentProgress, signal, instance, door, startedMs },
    expected: expectedTargets(stack),
    demand: { stableScrapes: 1, externalTargets: 'require', ...demand } as const,
    servicesReadyMs: startedMs,
  };
  try {
    return { ...(await verifyTargets(context)), prometheusAsked: door, tookMs: clock.now() - startedMs };
  } finally {
    await watch.close();
  }
}
const healths = ({ targets }: Verification): string[] => targets.map(({ health }) => health);

describe('no evidence is no proof', () => {
  test('a Prometheus that does not answer is given up, with its words', async () => {
    const seen = await verify(() => [{}], { error: new Error('connect ECONNREFUSED') });
    expect(seen.prometheus).toMatchObject({ ready: false, lastError: 'connect ECONNREFUSED' });
    expect(healths(seen)).toEqual(['unknown']);
    expect(seen.tookMs).toBeLessThan(40_000);
  });

  test('one that wants credentials is given up at once', async () => {
    const seen = await verify(() => [{}], { error: new CredentialsNeeded('who are you') });
    expect(seen.prometheus).toMatchObject({ ready: false, refusal: 'credentials', lastError: 'who are you' });
    expect(healths(seen)).toEqual(['unknown']);
    expect(seen.tookMs).toBeLessThan(1000);
  });

  test('one that started before its container is another one, whatever it says', async () => {
    const seen = await verify(() => [{}], { startedMs: Date.UTC(2026, 10, 18) });
    expect(seen.prometheus).toMatchObject({ ready: false, refusal: 'another-prometheus' });
    expect(seen.prometheus.lastError).toContain('it started at 2026-11-18T00:00:00.000Z, before the container');
    expect(healths(seen)).toEqual(['unknown']);
    expect(seen.prometheusAsked.questions).toBe(0);
  });

  test('one that started with its container is ours', async () => {
    const seen = await verify(() => [{}], { startedMs: Date.UTC(2026, 10, 19, 0, 0, 1) });
    expect(healths(seen)).toEqual(['up']);
  });

  test('one that is never ready is given up', async () => {
    const seen = await verify(() => [{}], { ready: () => false });
    expect(seen.prometheus.lastError).toContain('says that it is not ready');
    expect(seen.tookMs).toBeLessThan(130_000);
  });

  test('scrapes after its clock jumped back prove nothing until there is a new one', async () => {
    const late: Partial<ActiveTarget> = { address: 'late:1' };
    const config = `${AGENT_STACK['prometheus.yml']}      - targets: [late:1]\n`;
    // The clock goes back an hour while the second target is not scraped yet; the first one's last scrape stays where it was.
    const before = Date.UTC(2026, 10, 19, 0, 0, 1);
    const seen = await verify(
      (since) => [
        { lastScrapeMs: since < 20_000 ? before : Date.UTC(2026, 10, 18, 23, 0, 20) },
        { ...late, health: since < 5000 ? 'unknown' : 'up' },
      ],
      { skewMs: (since) => (since < 4000 ? 0 : -3_600_000) },
      { config },
    );
    expect(seen.prometheus.clockJumpMs).toBe(-3_600_000);
    expect(healths(seen)).toEqual(['up', 'up']);
    expect(seen.tookMs).toBeGreaterThanOrEqual(20_000);
  });
});

describe('many targets', () => {
  const COUNT = 400;
  const names = Array.from({ length: COUNT }, (_, index) => `agent:${String(10_000 + index)}`);
  const config = `scrape_configs:\n  - job_name: agent\n    scrape_interval: 15s\n    static_configs:\n      - targets: [${names.join(', ')}]\n`;
  const all = (health: (index: number) => ActiveTarget['health']): Partial<ActiveTarget>[] =>
    names.map((address, index) => ({
      address,
      health: health(index),
      lastError: health(index) === 'down' ? 'EOF' : '',
    }));

  test('are counted, and read once when all may be up', async () => {
    // One more is up every 50 ms.
    const seen = await verify((since) => all((index) => (index < since / 50 ? 'up' : 'unknown')), {}, { config });
    expect(new Set(healths(seen))).toEqual(new Set(['up']));
    expect(seen.targets).toHaveLength(COUNT);
    expect(seen.prometheusAsked.counted).toBeGreaterThan(20);
    // Once a patience was over, and once at the end.
    expect(seen.prometheusAsked.questions).toBeLessThanOrEqual(15);
    expect(seen.tookMs).toBeLessThan(21_200);
  });

  test('of which one is down are read until that is proved', async () => {
    const seen = await verify(() => all((index) => (index === 7 ? 'down' : 'up')), {}, { config });
    expect(seen.targets[7]).toMatchObject({ health: 'down', lastError: 'EOF' });
    expect(healths(seen).filter((health) => health === 'up')).toHaveLength(COUNT - 1);
    expect(seen.complete).toBe(true);
    expect(seen.tookMs).toBeLessThan(35_000);
  });

  test('are read at intervals where they cannot be counted', async () => {
    const seen = await verify((since) => all(() => (since < 12_000 ? 'unknown' : 'up')), { agent: true }, { config });
    expect(new Set(healths(seen))).toEqual(new Set(['up']));
    expect(seen.tookMs).toBeLessThan(16_000);
  });

  test('are recorded where they are not up, and the others in part', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => `agent:${String(10_000 + index)}`);
    const seen = await verify(
      () =>
        many.map((address, index) => ({
          address,
          health: index === 999 ? 'down' : 'up',
          lastError: 'HTTP status 401',
        })),
      {},
      { config: config.replace(names.join(', '), many.join(', ')) },
    );
    expect(seen.list?.active).toHaveLength(501);
    expect(seen.list?.omitted).toBe(499);
    expect(seen.list?.active.at(-1)).toMatchObject({ health: 'down' });
  });
});

test('what the end of the run cuts off says nothing about Prometheus', async () => {
  const seen = await verify(() => [{ health: 'unknown' }], {}, { endsAfterMs: 9000 });
  expect(seen).toMatchObject({ complete: false, prometheus: { ready: true } });
  expect(healths(seen)).toEqual(['unknown']);
});

test('the next scrape of a target that is down is not awaited by asking all the time', async () => {
  const seen = await verify((since) => [{ health: since < 15_000 ? 'down' : 'up', lastError: 'EOF' }]);
  expect(healths(seen)).toEqual(['up']);
  expect(seen.prometheusAsked.questions).toBeLessThan(25);
  expect(seen.tookMs).toBeLessThan(16_000);
});
