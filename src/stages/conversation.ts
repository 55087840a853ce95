import { droppingSteps } from '../discovery/dropping-step.js';
import { CredentialsNeeded } from '../model/errors.js';
import type { PrometheusObservation, TargetList } from '../model/observation.js';
import type { ExpectedTarget, TargetResult } from '../model/target.js';
import type { PrometheusApi, UpCounts } from '../ports/prometheus.js';
import { LookPlan, type LookAt } from './look-plan.js';
import { PrometheusReach } from './prometheus-reach.js';
import type { ProofDemand } from './proof-demand.js';
import { SeenTargets } from './seen-targets.js';
import { TargetTracker } from './target-tracker.js';
import type { VerifyContext } from './verify.js';

/** A Prometheus that Docker says is running, and that is silent for so long, will not speak. */
const SILENT_MS = 30_000;
/** It may be reading its write-ahead log meanwhile. */
const NOT_READY_MS = 120_000;
/** Another one was found, and for so long no way to ours. */
const ANOTHER_MS = 5000;
/** Errors in a row after which another way to it is looked for: its container may have another address now. */
const ERRORS_TO_REOPEN = 3;
/** Before that even a Prometheus without anything to drop lists nothing. */
const DROPPED_AFTER_MS = 6000;

/** One conversation with a Prometheus that may not be there yet. */
export class Conversation {
  readonly tracker: TargetTracker;
  readonly #reach: PrometheusReach;
  readonly #beganMs: number;
  /** Whether the last question was answered. */
  #answered = false;
  #errors = 0;
  /** Whether the last list was of some scrape pools alone. */
  #partly = false;
  #droppedGapMs = DROPPED_AFTER_MS;
  #droppedMs: number | undefined;
  readonly #seen = new SeenTargets();
  readonly #plan: LookPlan;
  readonly #wanted: number;

  constructor(private readonly context: VerifyContext) {
    const { expected, clock, demand, watch, instance, startedMs } = context;
    this.tracker = new TargetTracker(
      expected,
      { startedMs, ...demand },
      {
        serviceOf: (id) => watch.containers().find((one) => one.id === id)?.service,
        droppingStep: droppingSteps(instance),
      },
    );
    this.#reach = new PrometheusReach(context);
    this.#wanted = wantedTargets(expected, demand);
    this.#plan = new LookPlan(expected.length);
    this.#beganMs = clock.now();
  }

  /** True when all is known, or no asking helps. */
  async ask(): Promise<boolean> {
    // What the end of the run cuts off says nothing about Prometheus.
    if (this.#isOver()) return false;
    const before = this.#answered;
    this.#answered = false;
    try {
      const api = await this.#reach.api();
      if (!api) return this.#givesUp();
      await this.#look(api);
      const settled = await this.#isSettled(api);
      this.#reach.answeredMs = this.context.clock.now();
      this.#errors = 0;
      this.#answered = true;
      return settled;
    } catch (error) {
      if (this.#isOver()) {
        this.#answered = before;
        return false;
      }
      this.#reach.lastError = error instanceof Error ? error.message : String(error);
      if (error instanceof CredentialsNeeded) {
        this.#reach.refusal = 'credentials';
        return true;
      }
      if (++this.#errors % ERRORS_TO_REOPEN === 0) await this.#reach.leave();
      return this.#givesUp();
    }
  }

  /** What is worth recording of Prometheus itself, and of its targets. */
  observation(): { readonly list?: TargetList | undefined; readonly prometheus: PrometheusObservation } {
    const { readyMs, url, lastError = 'it was not asked', refusal } = this.#reach;
    const { clockJumpMs } = this.tracker;
    return {
      list: readyMs === undefined ? undefined : this.#seen.list,
      prometheus: {
        url,
        ready: this.#answered,
        ...(this.#answered ? {} : { lastError, ...(refusal === undefined ? {} : { refusal }) }),
        ...(clockJumpMs === undefined ? {} : { clockJumpMs }),
      },
    };
  }

  get results(): readonly TargetResult[] {
    return this.tracker.results;
  }

  close(): Promise<void> {
    return this.#reach.leave();
  }

  async #look(api: PrometheusApi): Promise<void> {
    const { clock, signal } = this.context;
    const counts = this.#plan.isSmall ? undefined : await api.upCounts(signal);
    const { undecidedPools, dueMs } = this.tracker.summary;
    const firstDueMs = (this.#reach.readyMs ?? 0) + DROPPED_AFTER_MS * 2;
    const state = { nowMs: clock.now(), counts, wanted: this.#wanted, undecidedPools, dueMs: dueMs ?? firstDueMs };
    const at = this.#plan.decide(state);
    if (at !== 'counts') await this.#read(api, at, counts);
  }

  async #read(api: PrometheusApi, at: Exclude<LookAt, 'counts'>, counts: UpCounts | undefined): Promise<void> {
    const { clock, signal, servicesReadyMs } = this.context;
    const pools = at === 'all' ? undefined : at;
    const beganMs = clock.now();
    await this.#readDropped(api, beganMs);
    this.tracker.begin(pools);
    this.#seen.begin(pools);
    let [bytes, serverMs] = [0, undefined as number | undefined];
    for (const pool of pools ?? [undefined]) {
      const look = await api.active(
        pool,
        (target) => {
          if (pool !== undefined && target.scrapePool !== pool) return;
          this.tracker.see(target);
          this.#seen.see(target);
        },
        signal,
      );
      bytes += look.bytes;
      serverMs = look.serverMs;
    }
    const nowMs = clock.now();
    const moment = { nowMs, serverMs, readyMs: this.#reach.readyMs ?? nowMs, servicesReadyMs };
    this.tracker.end(moment);
    this.#partly = pools !== undefined;
    this.#plan.looked(at, { nowMs, costMs: nowMs - beganMs, bytes, counts });
  }

  /** Why a target is not listed is told by the list of those that are dropped, which may be long: it is read ever more seldom. */
  async #readDropped(api: PrometheusApi, nowMs: number): Promise<void> {
    if (nowMs - (this.#droppedMs ?? this.#reach.readyMs ?? nowMs) < this.#droppedGapMs) return;
    const { unlistedPools: pools, dueMs } = this.tracker.summary;
    // Before the first answer nothing is known to be absent.
    if (pools.size === 0 || dueMs === undefined) return;
    this.tracker.beginDropped(pools);
    this.#seen.beginDropped();
    await api.dropped(
      pools.size === 1 ? [...pools][0] : undefined,
      (target) => {
        this.tracker.seeDropped(target);
        this.#seen.seeDropped(target);
      },
      this.context.signal,
    );
    this.#droppedMs = nowMs;
    this.#droppedGapMs *= 2;
  }

  /** What was seen pool by pool may have changed since: the counts tell, and then all are read once more. */
  async #isSettled(api: PrometheusApi): Promise<boolean> {
    if (!this.tracker.decided) return false;
    if (!this.#partly) return true;
    const counts = await api.upCounts(this.context.signal);
    if (counts !== undefined && counts.all - counts.up <= this.tracker.summary.notFine) return true;
    await this.#read(api, 'all', counts);
    return this.tracker.decided;
  }

  #isOver(): boolean {
    return this.context.signal.aborted;
  }

  #givesUp(): boolean {
    const nowMs = this.context.clock.now();
    const { answeredMs, readyMs, refusal } = this.#reach;
    const asksForMs = nowMs - this.#beganMs;
    if (refusal === 'another-prometheus' && asksForMs > ANOTHER_MS) return true;
    return nowMs - answeredMs > SILENT_MS || (readyMs === undefined && asksForMs > NOT_READY_MS);
  }
}

/** How many series of `up` there are when everything that has to be is up. */
function wantedTargets(
  expected: readonly ExpectedTarget[],
  { externalTargets }: Pick<ProofDemand, 'externalTargets'>,
): number {
  const awaited = expected.filter(
    ({ droppedBy, external }) => !droppedBy && !(external === true && externalTargets === 'ignore'),
  );
  return awaited.reduce((sum, { atLeast = 1 }) => sum + atLeast, 0);
}
