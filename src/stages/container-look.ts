import type { ContainerSnapshot } from '../model/observation.js';
import type { Clock } from '../ports/clock.js';
import type { Runtime } from '../ports/runtime.js';
import { Backoff } from './backoff.js';
import { ContainerTable } from './container-table.js';

/** Events come in bursts; one look after the burst is enough. */
const SETTLE_MS = 25;
/** No look sooner than this after the one before it, however many events come. */
const APART_MS = 100;
/** The safety net when an event is lost: a list of all containers. */
const POLL = { firstMs: 500, mostMs: 15_000 };
/** Pause before the event stream is opened again after it ended. */
const REOPEN_MS = 500;
/** Looks in a row that fail before the engine counts as gone. */
const MOST_FAILURES = 2;

/**
 * Keeps the containers of the project up to date: events name the ones to inspect, and an exponential backoff lists all of them anyway
 * in case an event was lost, and inspects those that changed.
 */
export class ContainerLook {
  readonly #table = new ContainerTable();
  #failures = 0;
  #failure: unknown;
  #listNext = true;
  /** When the safety net looks, whatever happens until then. */
  #listAtMs = 0;
  readonly #backoff: Backoff;
  #lastLookMs = -Infinity;
  #waiters: (() => void)[] = [];
  #wakeUp: (() => void) | undefined;
  readonly #stop = new AbortController();
  readonly #work: Promise<unknown>;

  /** @param onLook called after each look that the engine answered */
  constructor(
    private readonly runtime: Runtime,
    private readonly clock: Clock,
    private readonly onLook: () => void,
  ) {
    this.#backoff = new Backoff(POLL, clock);
    this.#work = Promise.all([this.#listen(), this.#lookAgainAndAgain()]);
  }

  /** As they were last seen, those that were removed too. Throws what the engine threw when it is gone. */
  containers(): readonly ContainerSnapshot[] {
    if (this.#failure !== undefined) throw this.#failure as Error;
    return this.#table.containers();
  }

  /** Resolves after the next look, after `atMostMs`, or with the signal, whichever is first. */
  async change(atMostMs: number, signal: AbortSignal): Promise<void> {
    const either = new AbortController();
    await Promise.race([this.#nextLook(), this.clock.sleep(atMostMs, AbortSignal.any([signal, either.signal]))]);
    either.abort();
  }

  /** Looks at once, whatever the events say. */
  async refresh(): Promise<void> {
    this.#listNext = true;
    this.#lastLookMs = -Infinity;
    const looked = this.#nextLook();
    this.#wakeUp?.();
    await looked;
  }

  /** Whoever waits for a change looks again; nothing is asked of the engine. */
  wake(): void {
    for (const resolve of this.#waiters.splice(0)) resolve();
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#work;
  }

  #nextLook(): Promise<void> {
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  async #listen(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        for await (const event of this.runtime.events(signal)) {
          this.#table.event(event);
          this.#wakeUp?.();
        }
      } catch {
        // The look below meets the same engine and says what is wrong with it.
      }
      this.#doubt();
      await this.clock.sleep(REOPEN_MS, signal);
      // What happened while nobody listened.
      this.#doubt();
    }
  }

  #doubt(): void {
    this.#table.doubtAll();
    this.#listNext = true;
    this.#wakeUp?.();
  }

  async #lookAgainAndAgain(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      // Whoever asks from now on wants a look that begins after the question.
      const asked = this.#waiters.splice(0);
      await this.#look();
      for (const resolve of asked) resolve();
      // Events do not put the next list off: one that is lost among many is lost too.
      await this.#pause();
    }
    for (const resolve of this.#waiters.splice(0)) resolve();
  }

  async #look(): Promise<void> {
    this.#lastLookMs = this.clock.now();
    const listed = this.#listNext;
    this.#listNext = false;
    let ids: string[] = [];
    try {
      if (listed) await this.#list();
      ids = this.#table.takeChanged();
      if (ids.length > 0) this.#table.inspected(await this.runtime.inspect(ids));
      this.#failures = 0;
      this.#failure = undefined;
      this.onLook();
    } catch (error) {
      this.#table.putBack(ids);
      this.#listNext = true;
      if (++this.#failures >= MOST_FAILURES) this.#failure = error;
    }
  }

  async #list(): Promise<void> {
    // Something that no event told: look closely again.
    if (this.#table.listed(await this.runtime.list(), this.clock.now())) this.#backoff.reset();
    this.#listAtMs = this.clock.now() + this.#backoff.nextMs();
  }

  /** Until there is a reason to look: an event, a question, or that it is time to list all of them. */
  async #pause(): Promise<void> {
    const { signal } = this.#stop;
    const hasReason = (): boolean => this.#table.changed || this.#listNext || signal.aborted;
    const sinceMs = (): number => this.clock.now() - this.#lastLookMs;
    if (!hasReason()) await this.#sleepUntilWoken(Math.max(0, this.#listAtMs - this.clock.now()));
    if (!hasReason()) this.#listNext = true;
    else if (sinceMs() >= APART_MS && sinceMs() < Infinity) await this.clock.sleep(SETTLE_MS, signal);
    // Events wake it in between; only who wants a look at once makes it short.
    while (sinceMs() < APART_MS && !signal.aborted) await this.#sleepUntilWoken(APART_MS - sinceMs());
  }

  async #sleepUntilWoken(ms: number): Promise<void> {
    const woken = new AbortController();
    this.#wakeUp = () => {
      woken.abort();
    };
    await this.clock.sleep(ms, AbortSignal.any([woken.signal, this.#stop.signal]));
    this.#wakeUp = undefined;
  }
}
