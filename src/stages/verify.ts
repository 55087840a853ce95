import type { PrometheusObservation, TargetList } from '../model/observation.js';
import type { PrometheusInstance } from '../model/stack.js';
import type { ExpectedTarget, TargetResult } from '../model/target.js';
import type { PrometheusApi, PrometheusDoor } from '../ports/prometheus.js';
import { Backoff } from './backoff.js';
import { TargetTracker } from './target-tracker.js';
import type { WaitContext } from './wait-context.js';

/** What verification found out. */
export interface Verification {
  readonly targets: readonly TargetResult[];
  readonly list?: TargetList | undefined;
  readonly prometheus: PrometheusObservation;
  /** False when a service failed, the time was over or the run was cancelled first. */
  readonly complete: boolean;
}

/** What verification needs besides what waiting needs. */
export interface VerifyContext extends WaitContext {
  readonly instance: PrometheusInstance;
  readonly door: PrometheusDoor;
  readonly expected: readonly ExpectedTarget[];
  /** Milliseconds since the epoch: start of the run, and when the last service became ready. */
  readonly startedMs: number;
  readonly servicesReadyMs: number;
}

const POLL = { firstMs: 200, mostMs: 1500 };

/** Asks Prometheus until every expected target is known to be up or not; stops when a service fails meanwhile. */
export async function verifyTargets(context: VerifyContext): Promise<Verification> {
  const conversation = new Conversation(context);
  const backoff = new Backoff(POLL, context.clock);
  try {
    for (;;) {
      const complete = await conversation.ask();
      if (complete || context.signal.aborted || context.watch.hopeless() !== undefined) {
        return conversation.result(complete);
      }
      await context.clock.sleep(backoff.nextMs(), AbortSignal.any([context.signal, context.watch.failed]));
    }
  } finally {
    await conversation.close();
  }
}

/** One conversation with a Prometheus that may not be there yet. */
class Conversation {
  #api: PrometheusApi | undefined;
  #readyMs: number | undefined;
  #lastError: string | undefined;
  #list: TargetList | undefined;
  #unanswered = 0;
  #saidUp = 0;
  readonly #tracker: TargetTracker;

  constructor(private readonly context: VerifyContext) {
    this.#tracker = new TargetTracker(context.expected, context.startedMs);
  }

  /** True when all is known. */
  async ask(): Promise<boolean> {
    const { clock, signal, servicesReadyMs } = this.context;
    try {
      const api = await this.#open();
      if (!api || !(await this.#isReady(api))) return this.#givesUp();
      this.#list = await api.targets(signal);
      this.#unanswered = 0;
      const now = clock.now();
      this.#readyMs ??= now;
      this.#tracker.update(this.#list, now, this.#readyMs, servicesReadyMs);
      this.#tell();
      return this.#tracker.decided;
    } catch (error) {
      this.#lastError = error instanceof Error ? error.message : String(error);
      return this.#givesUp();
    }
  }

  result(complete: boolean): Verification {
    const ready = this.#readyMs !== undefined && this.#unanswered === 0;
    return {
      targets: this.#tracker.results,
      list: this.#list,
      prometheus: {
        url: this.#api?.url,
        ready,
        ...(ready ? {} : { lastError: this.#lastError ?? 'it was not asked' }),
      },
      complete,
    };
  }

  async close(): Promise<void> {
    await this.#api?.close();
  }

  async #open(): Promise<PrometheusApi | undefined> {
    if (this.#api) return this.#api;
    const { door, instance, watch, signal } = this.context;
    const container = watch.of(instance.service.name)[0];
    if (!container) return undefined;
    const { api, tried } = await door.open(instance, container, signal);
    if (!api) this.#lastError = tried.join('; ');
    else this.context.progress.note(`asking Prometheus at ${api.url}`);
    this.#api = api;
    return api;
  }

  async #isReady(api: PrometheusApi): Promise<boolean> {
    if (this.#readyMs !== undefined) return true;
    if (await api.ready(this.context.signal)) return true;
    this.#lastError = `${api.url}/-/ready says that it is not ready`;
    return false;
  }

  /** A Prometheus that is healthy to Docker and still silent after this many questions will not speak. */
  #givesUp(): boolean {
    this.#unanswered++;
    return this.#unanswered >= MOST_UNANSWERED;
  }

  #tell(): void {
    const up = this.#tracker.results.filter(({ health }) => health === 'up').length;
    if (up === this.#saidUp) return;
    this.#saidUp = up;
    this.context.progress.note(`${String(up)} of ${String(this.context.expected.length)} targets are up`);
  }
}

const MOST_UNANSWERED = 20;
