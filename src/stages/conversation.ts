import { relabel, relabelSteps, isKept, type RelabelStep } from '../discovery/relabel.js';
import { CredentialsNeeded } from '../model/errors.js';
import type { PrometheusObservation, TargetList } from '../model/observation.js';
import type { SourceRange } from '../model/source.js';
import type { TargetResult } from '../model/target.js';
import { child } from '../model/yaml-node.js';
import type { PrometheusApi, UpCounts } from '../ports/prometheus.js';
import { LookPlan, type LookAt } from './look-plan.js';
import { SeenTargets } from './seen-targets.js';
import type { Moment } from './proof-demand.js';
import { TargetTracker } from './target-tracker.js';
import type { VerifyContext } from './verify.js';

/** A Prometheus that Docker says is running, and that is silent for so long, will not speak. */
const SILENT_MS = 30_000;
/** It may be reading its write-ahead log meanwhile. */
const NOT_READY_MS = 120_000;
/** Errors in a row after which another way to it is looked for: its container may have another address now. */
const ERRORS_TO_REOPEN = 3;
/** The process starts with its container; the engine notes the time a little later. */
const START_TOLERANCE_MS = 5000;
/** Before that even a Prometheus without anything to drop lists nothing. */
const DROPPED_AFTER_MS = 6000;

/** One conversation with a Prometheus that may not be there yet. */
export class Conversation {
  readonly tracker: TargetTracker;
  #api: PrometheusApi | undefined;
  #readyMs: number | undefined;
  #answeredMs: number;
  readonly #beganMs: number;
  #errors = 0;
  #lastError: string | undefined;
  #refusal: PrometheusObservation['refusal'];
  #partly = false;
  #droppedGapMs = DROPPED_AFTER_MS;
  #droppedMs: number | undefined;
  readonly #others = new Set<string>();
  readonly #seen = new SeenTargets();
  readonly #plan: LookPlan;
  readonly #wanted: number;

  constructor(private readonly context: VerifyContext) {
    const { expected, clock, demand } = context;
    this.tracker = new TargetTracker(
      expected,
      { startedMs: context.startedMs, ...demand },
      {
        serviceOf: (id) => context.watch.containers().find((one) => one.id === id)?.service,
        droppingStep: droppingSteps(context),
      },
    );
    const awaited = expected.filter(
      ({ droppedBy, external }) => !droppedBy && !(external === true && demand.externalTargets === 'ignore'),
    );
    this.#wanted = awaited.reduce((sum, { atLeast = 1 }) => sum + atLeast, 0);
    this.#plan = new LookPlan(expected.length);
    this.#beganMs = this.#answeredMs = clock.now();
  }

  /** True when all is known, or no asking helps. */
  async ask(): Promise<boolean> {
    try {
      const api = await this.#open();
      if (!api || !(await this.#isReady(api))) return this.#givesUp();
      await this.#look(api);
      this.#answeredMs = this.context.clock.now();
      this.#errors = 0;
      return await this.#isSettled(api);
    } catch (error) {
      this.#lastError = error instanceof Error ? error.message : String(error);
      if (error instanceof CredentialsNeeded) this.#refusal = 'credentials';
      else if (++this.#errors >= ERRORS_TO_REOPEN) await this.#leave();
      return this.#refusal === 'credentials' || this.#givesUp();
    }
  }

  /** What is worth recording of Prometheus itself, and of its targets. */
  observation(): { readonly list?: TargetList | undefined; readonly prometheus: PrometheusObservation } {
    const ready = this.#readyMs !== undefined && this.#errors === 0 && this.#refusal === undefined;
    const { clockJumpMs } = this.tracker;
    return {
      list: this.#readyMs === undefined ? undefined : this.#seen.list,
      prometheus: {
        url: this.#api?.url,
        ready,
        ...(ready ? {} : { lastError: this.#lastError ?? 'it was not asked' }),
        ...(this.#refusal === undefined ? {} : { refusal: this.#refusal }),
        ...(clockJumpMs === undefined ? {} : { clockJumpMs }),
      },
    };
  }

  get results(): readonly TargetResult[] {
    return this.tracker.results;
  }

  close(): Promise<void> {
    return this.#leave();
  }

  async #open(): Promise<PrometheusApi | undefined> {
    if (this.#api) return this.#api;
    const { door, instance, watch, signal } = this.context;
    const container = watch.of(instance.service.name)[0];
    if (!container) return undefined;
    const { api, tried } = await door.open(instance, container, signal, this.#others);
    if (!api) this.#lastError = [...(this.#refusal === undefined ? [] : [this.#lastError]), ...tried].join('; ');
    this.#api = api;
    return api;
  }

  async #leave(): Promise<void> {
    await this.#api?.close();
    this.#api = undefined;
    this.#errors = 0;
  }

  async #isReady(api: PrometheusApi): Promise<boolean> {
    if (this.#readyMs !== undefined) return true;
    const { clock, signal, progress } = this.context;
    const ready = await api.ready(signal);
    this.#answeredMs = clock.now();
    if (!ready) {
      this.#lastError = `${api.url}/-/ready says that it is not ready`;
      return false;
    }
    if (!(await this.#isOurs(api))) return false;
    this.#refusal = undefined;
    this.#readyMs = clock.now();
    progress.note(`asking Prometheus at ${api.url}`);
    return true;
  }

  /** What listens on a published port may be another process, when the engine is on another machine or the port was taken. */
  async #isOurs(api: PrometheusApi): Promise<boolean> {
    const { watch, instance, signal } = this.context;
    const startedMs = await api.startedMs(signal);
    const { name } = instance.service;
    const container = watch.of(name)[0];
    if (startedMs === undefined || !container || startedMs >= container.startedAtMs - START_TOLERANCE_MS) return true;
    this.#others.add(api.url);
    await this.#leave();
    this.#refusal = 'another-prometheus';
    const [theirs, ours] = [startedMs, container.startedAtMs].map((ms) => new Date(ms).toISOString());
    this.#lastError = `what answers at ${api.url} is another Prometheus: it started at ${theirs ?? ''}, before the container of service "${name}" did at ${ours ?? ''}`;
    return false;
  }

  async #look(api: PrometheusApi): Promise<void> {
    const { clock, signal } = this.context;
    const counts = this.#plan.isSmall ? undefined : await api.upCounts(signal);
    const { undecidedPools, dueMs } = this.tracker.summary;
    const firstDueMs = (this.#readyMs ?? 0) + DROPPED_AFTER_MS * 2;
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
    const moment: Moment = { nowMs, serverMs, readyMs: this.#readyMs ?? nowMs, servicesReadyMs };
    this.tracker.end(moment);
    this.#partly = pools !== undefined;
    this.#plan.looked(at, { nowMs, costMs: nowMs - beganMs, bytes, counts });
  }

  /** Why a target is not listed is told by the list of those that are dropped, which may be long: it is read ever more seldom. */
  async #readDropped(api: PrometheusApi, nowMs: number): Promise<void> {
    if (nowMs - (this.#droppedMs ?? this.#readyMs ?? nowMs) < this.#droppedGapMs) return;
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

  #givesUp(): boolean {
    const nowMs = this.context.clock.now();
    if (this.#refusal === 'another-prometheus' && !this.#api && nowMs - this.#beganMs > START_TOLERANCE_MS) return true;
    if (nowMs - this.#answeredMs > SILENT_MS) return true;
    return this.#readyMs === undefined && nowMs - this.#beganMs > NOT_READY_MS;
  }
}

/** Follows the relabelling of a job with the labels that Prometheus itself discovered. */
function droppingSteps({
  instance,
}: VerifyContext): (job: string, labels: Readonly<Record<string, string>>) => SourceRange | undefined {
  const known = new Map<string, readonly RelabelStep[]>();
  return (job, labels) => {
    let steps = known.get(job);
    if (!steps) {
      const config = instance.config?.jobs.find(({ name }) => name.value === job);
      known.set(job, (steps = relabelSteps(child(config?.node, 'relabel_configs'))));
    }
    try {
      const after = relabel(new Map(Object.entries(labels)), steps);
      return isKept(after) ? undefined : after.node.at;
    } catch {
      return undefined;
    }
  };
}
