import { describe, expect, test } from '@jest/globals';
import { removeProject, type Remover } from '../../src/adapters/docker/remove-project.js';
import type { Footprint, Kind, Leftovers } from '../../src/model/footprint.js';
import { FakeClock } from '../fakes/fake-clock.js';

const NOTHING: Footprint = { containers: [], networks: [], volumes: [] };
const STACK: Footprint = {
  containers: ['c1', 'c2'],
  networks: ['n1'],
  volumes: ['data'],
  images: ['shop-agent:latest'],
};

/** An engine that has things, loses what is removed, and makes others later. */
class FakeEngine implements Remover {
  readonly calls: string[] = [];
  readonly #has: Record<Kind, string[]>;
  /** Things that only this many looks after the first are there. */
  late: Readonly<Record<number, Footprint>> = {};
  /** Why a thing is not removed. */
  held: Readonly<Record<string, string>> = {};
  answers = true;
  stopTakesMs = 0;
  #looks = 0;

  constructor(
    private readonly clock: FakeClock,
    has: Footprint = STACK,
  ) {
    this.#has = { containers: [], networks: [], volumes: [], images: [] };
    this.#add(has);
  }

  footprint(): Promise<Footprint> {
    if (!this.answers) return Promise.reject(new Error('connect ENOENT /var/run/docker.sock'));
    this.#add(this.late[this.#looks++] ?? NOTHING);
    return Promise.resolve(structuredClone(this.#has));
  }

  async stop(ids: readonly string[], graceSeconds: number): Promise<void> {
    this.calls.push(`stop ${ids.join(' ')} in ${String(graceSeconds)} s`);
    await this.clock.sleep(this.stopTakesMs);
  }

  remove(kind: Kind, ids: readonly string[]): Promise<readonly string[]> {
    this.calls.push(`remove ${kind} ${ids.join(' ')}`);
    this.#has[kind] = this.#has[kind].filter((id) => !ids.includes(id) || id in this.held);
    return Promise.resolve(ids.flatMap((id) => this.held[id] ?? []));
  }

  #add({ containers, networks, volumes, images = [] }: Footprint): void {
    this.#has.containers.push(...containers);
    this.#has.networks.push(...networks);
    this.#has.volumes.push(...volumes);
    this.#has.images.push(...images);
  }
}

interface Setting {
  readonly keep?: Footprint;
  readonly hurry?: AbortSignal;
  readonly settleMs?: number;
  readonly has?: Footprint;
  readonly prepare?: (engine: FakeEngine, clock: FakeClock) => void;
}

async function remove(setting: Setting = {}): Promise<{ left: Leftovers; calls: readonly string[]; tookMs: number }> {
  const clock = new FakeClock();
  const engine = new FakeEngine(clock, setting.has);
  setting.prepare?.(engine, clock);
  const startedMs = clock.now();
  const { keep = NOTHING, settleMs = 0, hurry } = setting;
  const left = await removeProject(engine, 'shop', { keep, settleMs, hurry }, clock);
  return { left, calls: engine.calls, tookMs: clock.now() - startedMs };
}
const GONE: Leftovers = { containers: [], networks: [], volumes: [], images: [], problems: [] };

describe('removing a project', () => {
  test('stops all containers at once, then removes what held the rest first', async () => {
    const { left, calls, tookMs } = await remove();
    expect(left).toEqual(GONE);
    expect(calls).toEqual([
      'stop c1 c2 in 5 s',
      'remove containers c1 c2',
      'remove networks n1',
      'remove volumes data',
      'remove images shop-agent:latest',
    ]);
    expect(tookMs).toBe(0);
  });

  test('asks for nothing where nothing is', async () => {
    const { left, calls } = await remove({ has: NOTHING });
    expect(left).toEqual(GONE);
    expect(calls).toEqual([]);
  });

  test('leaves what was there before the run', async () => {
    const keep = { containers: [], networks: ['n1'], volumes: ['data'], images: ['shop-agent:latest'] };
    const { left, calls } = await remove({ keep });
    expect(left).toEqual(GONE);
    expect(calls).toEqual(['stop c1 c2 in 5 s', 'remove containers c1 c2']);
  });

  test('looks again for what a killed command had asked for, and waits until it is quiet', async () => {
    const late = { containers: ['c3'], networks: [], volumes: [] };
    const { left, calls, tookMs } = await remove({
      settleMs: 1000,
      prepare: (engine) => (engine.late = { 3: late }),
    });
    expect(left).toEqual(GONE);
    // What nobody waits for needs no time to stop.
    expect(calls.slice(-1)).toEqual(['remove containers c3']);
    expect(calls.filter((call) => call.startsWith('stop'))).toHaveLength(1);
    expect(tookMs).toBeGreaterThanOrEqual(1000);
  });

  test('gives up on what somebody else holds, and says who', async () => {
    const why = 'error while removing network: network shop_default has active endpoints (name:"theirs")';
    const { left, tookMs } = await remove({ prepare: (engine) => (engine.held = { n1: why }) });
    expect(left).toEqual({ ...GONE, networks: ['n1'], problems: [why] });
    expect(tookMs).toBeLessThan(10_000);
  });

  test('does not wait for containers to stop when it is told to hurry', async () => {
    const hurry = new AbortController();
    const slow = await remove({ prepare: (engine) => (engine.stopTakesMs = 8000) });
    expect(slow.tookMs).toBe(8000);
    const { left, tookMs } = await remove({
      hurry: hurry.signal,
      prepare: (engine, clock) => {
        engine.stopTakesMs = 8000;
        void clock.sleep(500).then(() => {
          hurry.abort();
        });
      },
    });
    expect(left).toEqual(GONE);
    expect(tookMs).toBe(500);
  });

  test('of an engine that is gone ends soon, and is not taken for done', async () => {
    const { left, tookMs } = await remove({ prepare: (engine) => (engine.answers = false) });
    expect(left.problems).toEqual(['connect ENOENT /var/run/docker.sock']);
    expect(tookMs).toBeLessThan(10_000);
  });

  test('goes on when the engine answers again', async () => {
    const { left } = await remove({
      prepare: (engine, clock) => {
        engine.answers = false;
        void clock.sleep(1000).then(() => (engine.answers = true));
      },
    });
    expect(left).toEqual(GONE);
  });

  test('ends although things appear for ever', async () => {
    const { left, tookMs } = await remove({
      settleMs: 1000,
      prepare: (engine, clock) => {
        const more = (n: number): void => {
          engine.late = { ...engine.late, [n]: { containers: [`x${String(n)}`], networks: [], volumes: [] } };
          if (n < 1000) more(n + 1);
        };
        more(1);
        const footprint = engine.footprint.bind(engine);
        engine.footprint = async () => {
          await clock.sleep(100);
          return footprint();
        };
      },
    });
    expect(left.containers).toHaveLength(1);
    expect(tookMs).toBeLessThan(60_000);
  });
});
