import { describe, expect, test } from '@jest/globals';
import { silentProgress } from '../../src/adapters/plain-progress.js';
import { gate } from '../../src/gate.js';
import type { ActiveTarget } from '../../src/model/observation.js';
import type { RunRecord } from '../../src/model/run-record.js';
import { planBringUp } from '../../src/stages/plan.js';
import { quicken, type Quickened } from '../../src/stages/tempo.js';
import { FakeClock } from '../fakes/fake-clock.js';
import { FakeHost } from '../fakes/fake-host.js';
import { FakePrometheus } from '../fakes/fake-prometheus.js';
import { FakeRuntime, healthyAfter } from '../fakes/fake-runtime.js';
import { FakeTempo } from '../fakes/fake-tempo.js';
import { AGENT_STACK, stackOf } from '../fakes/load.js';

const CONFIG = AGENT_STACK['prometheus.yml'];
const COMPOSE = AGENT_STACK['compose.yml'];

async function quickened(files: Readonly<Record<string, string>>, driver = new FakeTempo()): Promise<Quickened> {
  const stack = stackOf(files);
  return quicken(stack, planBringUp(stack), driver, new AbortController().signal);
}
const told = ({ changes }: Quickened): string[] => changes.map(({ service, what, to }) => `${service} ${what} ${to}`);

describe('the fast tempo', () => {
  test('tightens healthchecks and scrapes, and tells each change', async () => {
    const driver = new FakeTempo();
    const quick = await quickened(AGENT_STACK, driver);
    expect(told(quick)).toEqual([
      'redis healthcheck.start_interval 500ms',
      'redis healthcheck.start_period 30s',
      'prometheus healthcheck.start_interval 500ms',
      'prometheus healthcheck.start_period 30s',
      'prometheus scrape_interval 1s',
    ]);
    expect(driver.files.get('prometheus.yml')).toBe(CONFIG.replace('15s', '1s'));
    expect(quick.original).toEqual({ name: 'prometheus.yml', text: CONFIG });
    expect(driver.calls).toEqual(['override /tmp/run/compose.override.yml']);
  });

  test('leaves healthchecks alone below Engine 25, and scrapes on an engine elsewhere', async () => {
    const old = Object.assign(new FakeTempo(), { obeysStartInterval: false });
    expect(told(await quickened(AGENT_STACK, old))).toEqual(['prometheus scrape_interval 1s']);
    const elsewhere = Object.assign(new FakeTempo(), { mountsFiles: false });
    expect(told(await quickened(AGENT_STACK, elsewhere))).toHaveLength(4);
    expect([...elsewhere.files.keys()]).toEqual(['compose.override.yml']);
  });

  test('writes nothing when there is nothing to tighten', async () => {
    const driver = Object.assign(new FakeTempo(), { obeysStartInterval: false, mountsFiles: false });
    expect(await quickened(AGENT_STACK, driver)).toEqual({ changes: [], original: undefined });
    expect(driver.files.size).toBe(0);
    expect(driver.calls).toEqual([]);
  });

  test('takes a configuration out of the image when none is mounted', async () => {
    const compose = COMPOSE.replace('"./prometheus.yml:/etc/prometheus/prometheus.yml", ', '');
    const driver = new FakeTempo();
    driver.inImage = { 'prometheus:/etc/prometheus/prometheus.yml': CONFIG };
    expect((await quickened({ 'compose.yml': compose }, driver)).original?.text).toBe(CONFIG);
  });

  test('leaves a configuration that a program before Prometheus may write to, and one on a volume', async () => {
    const written = COMPOSE.replace('v3.5.0\n', 'v3.5.0\n    entrypoint: [/start.sh]\n');
    expect((await quickened({ ...AGENT_STACK, 'compose.yml': written })).original).toBeUndefined();
    const readOnly = written.replace('prometheus.yml"', 'prometheus.yml:ro"');
    expect((await quickened({ ...AGENT_STACK, 'compose.yml': readOnly })).original).toBeDefined();
    const volume = `${COMPOSE.replace('./prometheus.yml:/etc/prometheus/prometheus.yml', 'conf:/etc/prometheus')}volumes:\n  conf:\n`;
    expect((await quickened({ ...AGENT_STACK, 'compose.yml': volume })).original).toBeUndefined();
  });
});

test('a run without a driver is faithful, and its report says so', async () => {
  const { record } = await fastGate(() => ({ health: 'up' }), { faithful: true });
  expect(record.tempo).toEqual({ mode: 'faithful', changes: [], confirmations: [] });
  expect(record.stages.map(({ name }) => name)).not.toContain('tempo');
});

type Answer = (scrape: { readonly restored: boolean; readonly sinceRestoreMs: number }) => Partial<ActiveTarget>;

async function fastGate(
  answer: Answer,
  told: { readonly hangsUp?: boolean; readonly faithful?: boolean } = {},
): Promise<{ record: RunRecord; driver: FakeTempo }> {
  const clock = new FakeClock();
  let restoredMs: number | undefined;
  const driver = new FakeTempo(() => (restoredMs ??= clock.now()));
  driver.hangsUp = told.hangsUp ?? true;
  const scripts = { redis: healthyAfter(500), prometheus: healthyAfter(500), agent: healthyAfter(500) };
  const door = new FakePrometheus(clock, () => [
    {
      lastScrapeMs: clock.now(),
      ...answer({ restored: restoredMs !== undefined, sinceRestoreMs: clock.now() - (restoredMs ?? 0) }),
    },
  ]);
  door.scrapeSettings = () => (restoredMs === undefined ? 'fast' : 'configured');
  const record = await gate(
    stackOf(AGENT_STACK),
    { projectName: 'run', timeoutMs: 300_000, tearDown: 'now' },
    {
      runtime: new FakeRuntime(clock, scripts),
      door,
      host: new FakeHost(),
      clock,
      progress: silentProgress,
      announce: () => undefined,
      tempo: told.faithful ? undefined : driver,
    },
    new AbortController().signal,
  );
  return { record, driver };
}

const SLOW = { health: 'down', lastError: 'context deadline exceeded' } as const;

describe('a failure under the fast tempo', () => {
  test('is scraped again as configured, and forgotten when it is up then', async () => {
    // Until the first scrape at the configured tempo the old failure stays listed.
    const { record, driver } = await fastGate(({ restored, sinceRestoreMs }) => {
      if (!restored) return SLOW;
      return sinceRestoreMs > 10_000 ? { health: 'up' } : { ...SLOW, lastScrapeMs: 1 };
    });
    expect(record.targets.map(({ health }) => health)).toEqual(['up']);
    expect(record.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(record.tempo?.confirmations).toEqual([
      { job: 'agent', target: 'agent:8000', failure: 'context deadline exceeded', confirmed: false },
    ]);
    expect(driver.files.get('prometheus.yml')).toBe(CONFIG);
    expect(driver.calls).toEqual(['override /tmp/run/compose.override.yml', 'hang up prometheus-id']);
    expect(record.stages.map(({ name, status }) => `${name} ${status}`)).toContain('confirm passed');
  });

  test('counts when it is one at the configured tempo too, and says so', async () => {
    const { record } = await fastGate(() => SLOW);
    expect(record.tempo?.confirmations).toMatchObject([{ confirmed: true }]);
    const [finding] = record.findings;
    expect(finding).toMatchObject({ code: 'runtime/target-down', cause: 'timeout' });
    expect(finding?.evidence).toContain('it was down again at the configured tempo');
  });

  test('that no tempo changes counts at once', async () => {
    const { record, driver } = await fastGate(() => ({
      health: 'down',
      lastError: 'received unsupported Content-Type "application/json"',
    }));
    expect(record.findings[0]).toMatchObject({ cause: 'not-exposition-json' });
    expect(record.tempo?.confirmations).toEqual([]);
    expect(driver.calls).not.toContain('hang up prometheus-id');
  });

  test('restarts a Prometheus that does not get the signal', async () => {
    const { record, driver } = await fastGate(({ restored }) => (restored ? { health: 'up' } : SLOW), {
      hangsUp: false,
    });
    expect(driver.calls).toContain('restart prometheus-id');
    expect(record.targets[0]?.health).toBe('up');
  });
});
