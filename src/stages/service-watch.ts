import type { ContainerSnapshot } from '../model/observation.js';
import type { ReadyWhen } from '../model/plan.js';
import type { Clock } from '../ports/clock.js';
import type { Runtime } from '../ports/runtime.js';
import { judgeService, type Readiness } from '../rules/readiness.js';
import { Backoff } from './backoff.js';

/** Events come in bursts; one look after the burst is enough. */
const SETTLE_MS = 25;
/** The safety net when an event is lost. */
const POLL = { firstMs: 500, mostMs: 5000 };
/** Pause before the event stream is opened again after it ended. */
const REOPEN_MS = 500;

/**
 * Knows the containers of the project at any time: `docker events` wakes it, one inspect of all containers tells it, and an
 * exponential backoff looks anyway in case an event was lost.
 */
export class ServiceWatch {
  #latest: readonly ContainerSnapshot[] = [];
  #failure: unknown;
  #waiters: (() => void)[] = [];
  #wakeUp: (() => void) | undefined;
  #dirty = false;
  readonly #stop = new AbortController();
  readonly #work: Promise<unknown>;
  readonly #readyAt = new Map<string, number>();

  /** @param onReady called once each time a service becomes ready */
  constructor(
    private readonly runtime: Runtime,
    private readonly clock: Clock,
    private readonly readyWhen: ReadonlyMap<string, ReadyWhen>,
    private readonly onReady: (service: string, as: string) => void,
  ) {
    this.#work = Promise.all([this.#listen(), this.#look()]);
  }

  /** The containers as they were last seen. Throws what the engine threw when it is gone. */
  containers(): readonly ContainerSnapshot[] {
    if (this.#failure !== undefined) throw this.#failure as Error;
    return this.#latest;
  }

  of(service: string): readonly ContainerSnapshot[] {
    return this.containers().filter((container) => container.service === service);
  }

  /** When each service that is ready now became so, milliseconds since the epoch. */
  get readyAt(): ReadonlyMap<string, number> {
    this.#judgeAll();
    return this.#readyAt;
  }

  /** The first service that no waiting helps, if there is one. */
  hopeless(): { readonly service: string; readonly reason: string } | undefined {
    for (const [service, readiness] of this.#readiness()) {
      if (readiness.kind === 'hopeless') return { service, reason: readiness.reason };
    }
    return undefined;
  }

  /** How long until time alone, without an event, may change what is thought of a service. */
  recheckMs(): number {
    const all = this.#readiness().map(([, readiness]) => readiness);
    return Math.min(...all.map((one) => (one.kind === 'waiting' ? (one.recheckMs ?? Infinity) : Infinity)));
  }

  #readiness(): [string, Readiness][] {
    return [...this.readyWhen].map(([service, when]) => [
      service,
      judgeService(this.of(service), when, this.clock.now()),
    ]);
  }

  #judgeAll(): void {
    for (const [service, readiness] of this.#readiness()) {
      if (readiness.kind !== 'ready') this.#readyAt.delete(service);
      else if (!this.#readyAt.has(service)) {
        this.#readyAt.set(service, this.clock.now());
        this.onReady(service, readiness.as);
      }
    }
  }

  /** Resolves after the next look, after `atMostMs`, or with the signal, whichever is first. */
  async change(atMostMs: number, signal: AbortSignal): Promise<void> {
    const either = new AbortController();
    const looked = new Promise<void>((resolve) => this.#waiters.push(resolve));
    await Promise.race([looked, this.clock.sleep(atMostMs, AbortSignal.any([signal, either.signal]))]);
    either.abort();
  }

  /** Looks at once, whatever the events say. */
  async refresh(): Promise<void> {
    const looked = new Promise<void>((resolve) => this.#waiters.push(resolve));
    this.#wake();
    await looked;
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#work;
  }

  #wake(): void {
    this.#dirty = true;
    this.#wakeUp?.();
  }

  async #listen(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        for await (const _ of this.runtime.events(this.#stop.signal)) this.#wake();
      } catch {
        // The look below meets the same engine and says what is wrong with it.
      }
      await this.clock.sleep(REOPEN_MS, this.#stop.signal);
    }
  }

  async #look(): Promise<void> {
    const backoff = new Backoff(POLL, this.clock);
    while (!this.#stop.signal.aborted) {
      this.#dirty = false;
      // Whoever asks from now on wants a look that begins after the question.
      const asked = this.#waiters.splice(0);
      await this.#inspect();
      for (const resolve of asked) resolve();
      const woken = await this.#pause(backoff.nextMs());
      if (woken) {
        backoff.reset();
        await this.clock.sleep(SETTLE_MS, this.#stop.signal);
      }
    }
    for (const resolve of this.#waiters.splice(0)) resolve();
  }

  async #inspect(): Promise<void> {
    try {
      this.#latest = await this.runtime.containers();
      this.#failure = undefined;
      this.#judgeAll();
    } catch (error) {
      this.#failure = error;
    }
  }

  /** True when an event, false when time ended the pause. */
  async #pause(ms: number): Promise<boolean> {
    if (this.#dirty) return true;
    const woken = new AbortController();
    this.#wakeUp = () => {
      woken.abort();
    };
    await this.clock.sleep(ms, AbortSignal.any([woken.signal, this.#stop.signal]));
    this.#wakeUp = undefined;
    return woken.signal.aborted;
  }
}
