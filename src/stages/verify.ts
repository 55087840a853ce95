import type { PrometheusObservation, TargetList } from '../model/observation.js';
import type { PrometheusInstance } from '../model/stack.js';
import type { ExpectedTarget, TargetResult } from '../model/target.js';
import type { PrometheusDoor } from '../ports/prometheus.js';
import { Backoff } from './backoff.js';
import { Conversation } from './conversation.js';
import type { ProofDemand } from './proof-demand.js';
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
  readonly demand: Omit<ProofDemand, 'startedMs'>;
  /** Milliseconds since the epoch: start of the run, and when the last service became ready. */
  readonly startedMs: number;
  readonly servicesReadyMs: number;
}

/** Between two questions: no faster than the first, and slow enough only that a verdict comes within a second of its proof. */
const POLL = { firstMs: 200, mostMs: 600 };
/** Longest sleep while the next scrape is known to be far: a service may fail meanwhile. */
const MOST_MS = 1000;
/** A scrape takes a moment after it is due. */
const SCRAPE_MS = 50;

/** Asks Prometheus until every expected target is known to be up or not; stops when a service fails meanwhile. */
export async function verifyTargets(context: VerifyContext): Promise<Verification> {
  const { clock, signal, watch } = context;
  const conversation = new Conversation(context);
  const pace = new Pace(context, conversation);
  try {
    for (;;) {
      const complete = await conversation.ask();
      const pauseMs = pace.nextMs();
      if (complete || signal.aborted || watch.hopeless() !== undefined)
        return { targets: conversation.results, ...conversation.observation(), complete };
      await clock.sleep(pauseMs, AbortSignal.any([signal, watch.failed]));
    }
  } finally {
    await conversation.close();
  }
}

/** How long until the next question: short after a change and when a scrape is due, longer while nothing moves. */
class Pace {
  #told = '';
  readonly #backoff: Backoff;

  constructor(
    private readonly context: VerifyContext,
    private readonly conversation: Conversation,
  ) {
    this.#backoff = new Backoff(POLL, context.clock);
  }

  nextMs(): number {
    const { tracker } = this.conversation;
    const { clock, progress, expected } = this.context;
    const { up, notFine, dueMs, isRestless } = tracker.summary;
    const told = `${String(up)} ${String(notFine)}`;
    if (told !== this.#told) {
      if (up > 0 || this.#told !== '') progress.note(`${String(up)} of ${String(expected.length)} targets are up`);
      this.#told = told;
      this.#backoff.reset();
    }
    const untilMs = (dueMs ?? 0) + SCRAPE_MS - clock.now();
    const nextMs = this.#backoff.nextMs();
    return isRestless || untilMs < nextMs ? Math.max(nextMs, 100) : Math.min(untilMs, MOST_MS);
  }
}
