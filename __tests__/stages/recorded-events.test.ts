import { describe, expect, test } from '@jest/globals';
import { silentProgress } from '../../src/adapters/silent-progress.js';
import type { Plan, ReadyWhen } from '../../src/model/plan.js';
import type { Runtime } from '../../src/ports/runtime.js';
import { readinessOf, type Readiness } from '../../src/rules/readiness.js';
import { Deadline } from '../../src/stages/deadline.js';
import { ServiceWatch } from '../../src/stages/service-watch.js';
import { waitUntilReady } from '../../src/stages/wait.js';
import { FakeClock } from '../fakes/fake-clock.js';
import { RECORDED_PAIRS, RecordedRuntime, recording, type Recording } from '../fakes/recorded-runtime.js';

interface Verdict {
  readonly readiness: Readiness;
  /** When it was reached, milliseconds since the epoch. */
  readonly atMs: number;
  readonly runtime: RecordedRuntime;
}

/** Waits as the gate does, on what an engine told. */
async function waitOn(
  recorded: Recording,
  readyWhen: ReadyWhen,
  replicas: number,
  absent: readonly string[] = [],
): Promise<Verdict> {
  const { scenario, entries } = recorded;
  const clock = new FakeClock((entries[0]?.receivedAtMs ?? NaN) - 300);
  const runtime = new RecordedRuntime(recorded, clock);
  const plan: Plan = {
    stages: [],
    readyWhen: new Map([scenario, ...absent].map((name) => [name, readyWhen])),
    dependencies: new Map(),
    builds: [],
    images: [],
    replicas: new Map([[scenario, replicas]]),
    lead: new Set(),
    byCompose: new Set(),
  };
  const watch = new ServiceWatch(runtime as unknown as Runtime, clock, plan, () => undefined);
  const deadline = new Deadline(60_000, clock, new AbortController().signal);
  try {
    const context = {
      plan,
      watch,
      clock,
      progress: silentProgress,
      signal: deadline.signal,
      runtime: runtime as never,
    };
    await waitUntilReady(context);
    const atMs = clock.now();
    return { readiness: readinessOf(scenario, watch.containers(), plan, atMs), atMs, runtime };
  } finally {
    deadline.clear();
    await watch.close();
  }
}

/** What is to be thought of each scenario, and the event (its action, and which of them) that decides it. */
const EXPECTED: readonly (readonly [scenario: string, verdict: string, decides: string, atMostMs: number])[] = [
  ['healthy', 'ready healthy', 'health_status: healthy 1', 150],
  ['slow-starter', 'ready healthy', 'health_status: healthy 1', 150],
  // Nothing but time tells that a container without a healthcheck stays up.
  ['stable', 'ready running', 'start 1', 1650],
  ['exit', 'hopeless container-exited', 'die 1', 150],
  ['one-shot', 'ready completed', 'die 1', 150],
  ['crash-loop', 'hopeless crash-loop', 'die 2', 150],
  ['exit-0-loop', 'hopeless crash-loop', 'die 2', 150],
  ['retries-used-up', 'hopeless container-exited', 'die 2', 150],
  ['out-of-memory', 'hopeless out-of-memory', 'die 1', 150],
  ['out-of-memory-restarted', 'hopeless out-of-memory', 'die 1', 150],
  ['unhealthy', 'hopeless healthcheck-fails', 'health_status: unhealthy 1', 150],
  ['replicas', 'ready healthy', 'health_status: healthy 3', 150],
  ['replica-that-exits', 'hopeless container-exited', 'die 1', 150],
];
const REPLICAS: Readonly<Record<string, number>> = { replicas: 3, 'replica-that-exits': 3 };

function wordsOf(readiness: Readiness): string {
  if (readiness.kind === 'hopeless') return `hopeless ${readiness.cause}`;
  return readiness.kind === 'ready' ? `ready ${readiness.as}` : `waiting for ${readiness.reason}`;
}

function receivedAt({ entries }: Recording, which: string): number {
  const [, action, number] = /^(.*) (\d+)$/.exec(which) ?? [];
  const entry = entries.filter(({ event }) => event.Action === action)[Number(number) - 1];
  if (!entry) throw new Error(`no ${which}`);
  return entry.receivedAtMs;
}

describe.each(RECORDED_PAIRS)('what %s told', (pair) => {
  test.each(EXPECTED)('of %s gives: %s', async (scenario, verdict, decides, atMostMs) => {
    const recorded = recording(pair, scenario);
    const { readiness, atMs } = await waitOn(recorded, 'healthy-or-running', REPLICAS[scenario] ?? 1);
    expect(wordsOf(readiness)).toBe(verdict);
    const afterMs = atMs - receivedAt(recorded, decides);
    // Virtual time. What was inspected after one event may have shown what the next one told a moment later.
    expect(afterMs).toBeGreaterThanOrEqual(scenario === 'stable' ? 1300 : -500);
    expect(afterMs).toBeLessThanOrEqual(atMostMs);
  });

  test.each([
    ['paused', 'pause 1'],
    ['stopped', 'die 1'],
    ['removed', 'destroy 1'],
  ])('of a container that somebody else %s: ten seconds later it is hopeless', async (scenario, decides) => {
    const recorded = recording(pair, scenario);
    const { readiness, atMs } = await waitOn(recorded, 'healthy-or-running', 1);
    expect(wordsOf(readiness)).toBe('hopeless stopped-from-outside');
    expect(readiness.kind === 'hopeless' && readiness.reason).toContain(`${scenario} by somebody else`);
    expect(Math.abs(atMs - receivedAt(recorded, decides) - 10_000)).toBeLessThan(500);
  });

  test('of a container that somebody restarts: it is waited for', async () => {
    const recorded = recording(pair, 'restarted');
    const { readiness, atMs } = await waitOn(recorded, 'healthy-or-running', 1);
    expect(wordsOf(readiness)).toBe('ready running');
    expect(atMs).toBeGreaterThan(receivedAt(recorded, 'start 2'));
  });

  test('of a service that dies until another one is there: it is waited for', async () => {
    const recorded = recording(pair, 'comes-up-at-third-start');
    expect(wordsOf((await waitOn(recorded, 'healthy-or-running', 1)).readiness)).toBe('hopeless crash-loop');
    const { readiness } = await waitOn(recorded, 'healthy-or-running', 1, ['database']);
    expect(wordsOf(readiness)).toBe('ready running');
  });

  test('of a crash loop beside a service that does not come: half a minute is enough', async () => {
    const recorded = recording(pair, 'crash-loop');
    const { readiness, atMs } = await waitOn(recorded, 'healthy-or-running', 1, ['database']);
    expect(wordsOf(readiness)).toBe('hopeless crash-loop');
    expect(Math.abs(atMs - receivedAt(recorded, 'die 1') - 30_000)).toBeLessThan(500);
  });

  test('of three replicas is looked at container by container', async () => {
    const { runtime } = await waitOn(recording(pair, 'replicas'), 'healthy-or-running', 3);
    const { entries } = recording(pair, 'replicas');
    expect(runtime.inspected.flat().length).toBeLessThanOrEqual(entries.length);
    expect(runtime.inspected.every((ids) => new Set(ids).size === ids.length)).toBe(true);
  });

  test('of replicas is no success while one is missing', async () => {
    const { readiness } = await waitOn(recording(pair, 'replicas'), 'healthy-or-running', 4);
    expect(readiness).toMatchObject({ kind: 'waiting', reason: '1 of its 4 containers' });
  });

  test('of a one-shot is success for who awaits its completion', async () => {
    expect(wordsOf((await waitOn(recording(pair, 'one-shot'), 'completed', 1)).readiness)).toBe('ready completed');
  });
});
