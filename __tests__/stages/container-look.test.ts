import { afterEach, describe, expect, test } from '@jest/globals';
import type { ContainerEvent, ContainerSummary } from '../../src/model/container-event.js';
import type { ContainerSnapshot } from '../../src/model/observation.js';
import type { Runtime } from '../../src/ports/runtime.js';
import { Backoff } from '../../src/stages/backoff.js';
import { ContainerLook } from '../../src/stages/container-look.js';
import { FakeClock } from '../fakes/fake-clock.js';
import { toSnapshot } from '../../src/adapters/docker/snapshot.js';
import { recording } from '../fakes/recorded-runtime.js';

const SAMPLE = (() => {
  const { inspected } = recording('engine-28.5.2-compose-2.40.3', 'stable').entries.at(-1) ?? {};
  if (!inspected) throw new Error('the recording is empty');
  return toSnapshot(inspected);
})();
const snapshot = (id: string): ContainerSnapshot => ({ ...SAMPLE, id, service: id });

/** A hundred containers, of which events tell when the test says so; notes when it is asked what. */
class Hundred {
  readonly asked: { readonly what: string; readonly ids: number; readonly atMs: number }[] = [];
  readonly ids = Array.from({ length: 100 }, (_, index) => `c${String(index)}`);
  readonly #queue: ContainerEvent[] = [];
  #told: () => void = () => undefined;
  fails = false;
  streams = 0;
  streamEnds = false;

  constructor(private readonly clock: FakeClock) {}

  tell(containerId: string): void {
    this.#queue.push({ action: 'health_status', containerId, service: containerId, atMs: this.clock.now() });
    this.#told();
  }

  async *events(signal: AbortSignal): AsyncIterable<ContainerEvent> {
    this.streams++;
    while (!signal.aborted && !this.streamEnds) {
      yield* this.#queue.splice(0);
      await new Promise<void>((resolve) => {
        this.#told = resolve;
        signal.addEventListener('abort', () => {
          resolve();
        });
      });
    }
  }

  list(): Promise<readonly ContainerSummary[]> {
    this.#note('list', 0);
    return Promise.resolve(this.ids.map((id) => ({ id, state: SAMPLE.state, health: SAMPLE.health })));
  }

  inspect(ids: readonly string[]): Promise<readonly ContainerSnapshot[]> {
    this.#note('inspect', ids.length);
    return Promise.resolve(ids.map(snapshot));
  }

  #note(what: string, ids: number): void {
    if (this.fails) throw new Error('the engine is gone');
    this.asked.push({ what, ids, atMs: this.clock.now() });
  }
}

let open: ContainerLook | undefined;
// A look that goes on keeps virtual time running, and with it the process.
afterEach(() => open?.close());

const setUp = (): { clock: FakeClock; runtime: Hundred; look: ContainerLook } => {
  const clock = new FakeClock();
  const runtime = new Hundred(clock);
  const look = new ContainerLook(runtime as unknown as Runtime, clock, () => undefined);
  open = look;
  return { clock, runtime, look };
};
const never = new AbortController().signal;

describe('with a hundred containers', () => {
  test('an event costs one inspection of one container', async () => {
    const { clock, runtime, look } = setUp();
    await look.change(1000, never);
    await clock.sleep(200);
    runtime.asked.splice(0);
    runtime.tell('c7');
    await look.change(90, never);
    expect(runtime.asked.map(({ what, ids }) => `${what} ${String(ids)}`)).toEqual(['inspect 1']);
  });

  test('however many events come, no look is sooner than 100 ms after the one before it', async () => {
    const { clock, runtime, look } = setUp();
    await look.change(1000, never);
    for (let at = 0; at < 200; at++) {
      runtime.tell(`c${String(at % 100)}`);
      await clock.sleep(7);
    }
    const times = [...new Set(runtime.asked.map(({ atMs }) => atMs))];
    const gaps = times.slice(1).map((atMs, index) => atMs - (times[index] ?? 0));
    expect(gaps.length).toBeGreaterThan(5);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
  });

  test('a quiet minute costs a few lists and no inspection', async () => {
    const { clock, runtime, look } = setUp();
    await look.change(1000, never);
    runtime.asked.splice(0);
    await clock.sleep(60_000);
    expect(runtime.asked.filter(({ what }) => what === 'inspect')).toEqual([]);
    expect(runtime.asked.length).toBeGreaterThan(3);
    expect(runtime.asked.length).toBeLessThan(20);
  });

  test('one that is not listed any more counts as removed, though no event told', async () => {
    const { clock, runtime, look } = setUp();
    await look.change(1000, never);
    runtime.ids.shift();
    await clock.sleep(30_000);
    expect(look.containers().find(({ id }) => id === 'c0')?.watched?.removedAtMs).toBeDefined();
    expect(look.containers().filter(({ watched }) => watched?.removedAtMs !== undefined)).toHaveLength(1);
  });

  test('when the events end, they are asked for again, and every container is looked at', async () => {
    const { clock, runtime, look } = setUp();
    await look.change(1000, never);
    runtime.streamEnds = true;
    runtime.tell('c1');
    await clock.sleep(2000);
    expect(runtime.streams).toBeGreaterThan(1);
    expect(runtime.asked.filter(({ ids }) => ids === 100).length).toBeGreaterThan(1);
  });
});

describe('an engine that fails', () => {
  test('once is asked again', async () => {
    const { clock, runtime, look } = setUp();
    await look.change(1000, never);
    runtime.fails = true;
    runtime.tell('c1');
    await clock.sleep(60);
    runtime.fails = false;
    await clock.sleep(500);
    expect(look.containers()).toHaveLength(100);
  });

  test('twice is gone, and whoever asks is told why', async () => {
    const { clock, runtime, look } = setUp();
    await look.change(1000, never);
    runtime.fails = true;
    runtime.tell('c1');
    await clock.sleep(1000);
    expect(() => look.containers()).toThrow('the engine is gone');
  });
});

test('pauses have full jitter, double up to the bound and are never under 100 ms', () => {
  let chance = 0;
  const clock = Object.assign(new FakeClock(), { random: () => chance });
  const backoff = new Backoff({ firstMs: 500, mostMs: 4000 }, clock);
  expect([backoff.nextMs(), backoff.nextMs()]).toEqual([100, 100]);
  chance = 1;
  expect([backoff.nextMs(), backoff.nextMs(), backoff.nextMs()]).toEqual([2000, 4000, 4000]);
  backoff.reset();
  expect(backoff.nextMs()).toBe(500);
});
