import { describe, expect, test } from '@jest/globals';
import { planBringUp } from '../../src/stages/plan.js';
import { MOST_ATTEMPTS, pullImages } from '../../src/stages/pull.js';
import { ServiceWatch } from '../../src/stages/service-watch.js';
import { FakeClock } from '../fakes/fake-clock.js';
import { FakeRuntime } from '../fakes/fake-runtime.js';
import { stackOf } from '../fakes/load.js';

const fails = (output: string) => ({ command: 'docker compose pull', exitCode: 1, stdout: '', output });
const OK = { command: 'docker compose pull', exitCode: 0, stdout: '', output: '' };
const BUSY = fails('Error response from daemon: received unexpected HTTP status: 503 Service Unavailable');
const DENIED = fails('Error response from daemon: denied');

async function pull(services: string, set: (runtime: FakeRuntime) => void, abortAfterMs?: number) {
  const clock = new FakeClock();
  const runtime = new FakeRuntime(clock, {});
  set(runtime);
  const notes: string[] = [];
  const progress = { stageStarted: () => undefined, stageEnded: () => undefined, note: (l: string) => notes.push(l) };
  const plan = planBringUp(stackOf({ 'compose.yml': `services:\n${services}` }));
  const watch = new ServiceWatch(runtime, clock, plan, () => undefined);
  const abort = new AbortController();
  if (abortAfterMs !== undefined)
    void clock.sleep(abortAfterMs).then(() => {
      abort.abort();
    });
  const startedMs = clock.now();
  const result = await pullImages({ plan, runtime, watch, clock, progress, signal: abort.signal });
  const tookMs = clock.now() - startedMs;
  await watch.close();
  return { result, calls: runtime.calls, notes, tookMs };
}

const one = '  agent: { image: "r.test/agent:1" }\n';
const absent = (runtime: FakeRuntime): void => {
  runtime.absent = ['r.test/agent:1'];
};

describe('what is pulled', () => {
  test('nothing that is here', async () => {
    const { result, calls, notes } = await pull(one, () => undefined);
    expect(result.ok).toBe(true);
    expect([...calls, ...notes]).toEqual([]);
  });

  test('each absent image once, whoever shares it', async () => {
    const { calls } = await pull(one + '  worker: { image: "r.test/agent:1" }\n', absent);
    expect(calls).toEqual(['pull agent']);
  });

  test('what is here and says always, but nothing that is built', async () => {
    const { calls } = await pull(
      '  a: { image: "r.test/a:1", pull_policy: always }\n  b: { image: "r.test/b:1", build: . }\n',
      (runtime) => (runtime.absent = ['r.test/b:1']),
    );
    expect(calls).toEqual(['pull a']);
  });

  test('nothing when the policy forbids what is not here: that fails at once, by name', async () => {
    const { result, calls } = await pull('  agent: { image: "r.test/agent:1", pull_policy: never }\n', absent);
    expect(calls).toEqual([]);
    expect(result.failure).toMatchObject({ services: ['agent'] });
    expect(result.failure?.output).toContain('No such image: r.test/agent:1');
  });
});

describe('a pull that fails', () => {
  test('for a moment is tried again, with pauses that grow, and tells why', async () => {
    const { result, calls, notes, tookMs } = await pull(one, (runtime) => {
      absent(runtime);
      runtime.pullResult = (_, attempt) => (attempt < 3 ? BUSY : OK);
    });
    expect(result.ok).toBe(true);
    expect(calls).toEqual(['pull agent', 'pull agent', 'pull agent']);
    expect(tookMs).toBe(500 + 1000);
    expect(notes).toEqual([
      'pulling r.test/agent:1',
      'pull of r.test/agent:1 failed, attempt 1 of 5: the registry answers with a server error; again in 0.5 s',
      'pull of r.test/agent:1 failed, attempt 2 of 5: the registry answers with a server error; again in 1.0 s',
      'pulled r.test/agent:1 at attempt 3',
    ]);
  });

  test('for longer ends, and says how often it was tried', async () => {
    const { result, calls } = await pull(one, (runtime) => {
      absent(runtime);
      runtime.pullResult = () => BUSY;
    });
    expect(calls).toHaveLength(MOST_ATTEMPTS);
    expect(result).toMatchObject({ ok: false, failure: { services: ['agent'], attempts: MOST_ATTEMPTS } });
  });

  test.each([
    'denied',
    'unauthorized',
    'manifest unknown',
    'toomanyrequests: you have reached your pull rate limit',
    'a word nobody knows',
  ])('with "%s" is not tried again', async (said) => {
    const { result, calls, tookMs } = await pull(one, (runtime) => {
      absent(runtime);
      runtime.pullResult = () => fails(`Error response from daemon: ${said}`);
    });
    expect(calls).toEqual(['pull agent']);
    expect(tookMs).toBe(0);
    expect(result).toMatchObject({ ok: false, failure: { services: ['agent'], exitCode: 1 } });
  });

  test('for good ends the others, which wait for a registry', async () => {
    const { result, tookMs } = await pull('  a: { image: "r.test/a:1" }\n  b: { image: "r.test/b:1" }\n', (runtime) => {
      runtime.absent = ['r.test/a:1', 'r.test/b:1'];
      runtime.pullResult = (service) => (service === 'a' ? BUSY : DENIED);
    });
    expect(result.failure).toMatchObject({ services: ['b'] });
    expect(tookMs).toBe(0);
  });

  test('is no failure when the time was over first', async () => {
    const { result } = await pull(
      one,
      (runtime) => {
        absent(runtime);
        runtime.pullResult = () => BUSY;
      },
      700,
    );
    expect(result).toEqual({ ok: false, failure: undefined });
  });
});
