import type { DroppingStep } from '../discovery/dropping-step.js';
import type { ActiveTarget, DroppedTarget } from '../model/observation.js';
import type { ExpectedTarget, TargetResult } from '../model/target.js';
import type { Moment, ProofDemand } from './proof-demand.js';
import { TargetEvidence } from './target-evidence.js';
import { summarise, type TargetSummary } from './target-summary.js';

/** By how much a clock may run away from another between two answers before it jumped, milliseconds. */
const JUMP_MS = 5000;

/** What the tracker asks others. */
export interface TrackerContext {
  /** The service of a container of this run. */
  readonly serviceOf?: (containerId: string) => string | undefined;
  /** The relabelling step that drops a target with these labels. */
  readonly droppingStep?: DroppingStep;
}

/** Where a discovery found a target. */
type Source = Pick<ActiveTarget, 'dnsName' | 'containerId'>;

/** Follows the expected targets through the answers of Prometheus, until each one is known to be up or not. */
export class TargetTracker {
  readonly #all: TargetEvidence[];
  readonly #listed = new Map<string, Map<string, TargetEvidence[]>>();
  readonly #discovered = new Map<string, TargetEvidence[]>();
  /** Targets of a discovery that nobody promised, each by itself. */
  readonly #extra = new Map<string, TargetEvidence>();
  /** The scrape pools that the current answer is about; undefined for all. */
  #pools: ReadonlySet<string> | undefined;
  #skewMs: number | undefined;
  #moment: Moment | undefined;
  #summary: TargetSummary | undefined;
  clockJumpMs: number | undefined;

  constructor(
    expected: readonly ExpectedTarget[],
    private readonly demand: ProofDemand,
    private readonly context: TrackerContext = {},
  ) {
    this.#all = expected.map((target) => this.#add(target));
  }

  /** A new answer begins, about these scrape pools or about all. */
  begin(pools?: ReadonlySet<string>): void {
    this.#pools = pools;
    for (const evidence of this.#asked()) evidence.begin();
  }

  /** An answer about dropped targets begins, which takes nothing back. */
  beginDropped(pools: ReadonlySet<string>): void {
    this.#pools = pools;
  }

  see(target: ActiveTarget): void {
    if (this.#pools && !this.#pools.has(target.scrapePool)) return;
    const listed = this.#listed.get(target.scrapePool)?.get(target.address);
    for (const evidence of listed ?? this.#discoveredLike(target)) evidence.see(target);
  }

  seeDropped({ scrapePool, address, labels }: DroppedTarget): void {
    if (this.#pools && !this.#pools.has(scrapePool)) return;
    const listed = this.#listed.get(scrapePool)?.get(address);
    const source = { dnsName: labels?.['__meta_dns_name'], containerId: labels?.['__meta_docker_container_id'] };
    const seen = listed ?? (this.#isForeign(source) ? [] : this.#candidates(scrapePool, source));
    const by = labels && seen.length > 0 ? this.context.droppingStep?.(scrapePool, labels) : undefined;
    for (const evidence of seen) evidence.seeDropped(by);
  }

  /** The answer is complete. */
  end(moment: Moment): void {
    this.#moment = moment;
    this.#summary = undefined;
    const skew = moment.serverMs === undefined ? undefined : moment.serverMs - moment.nowMs;
    if (skew !== undefined && this.#skewMs !== undefined && Math.abs(skew - this.#skewMs) > JUMP_MS) {
      this.clockJumpMs = skew - this.#skewMs;
      for (const evidence of this.#every()) evidence.distrust();
    }
    this.#skewMs = skew ?? this.#skewMs;
    for (const evidence of this.#asked()) evidence.end(moment);
  }

  /** Whether every target is known to be up, or known not to be. */
  get decided(): boolean {
    return this.summary.undecidedPools.size === 0;
  }

  get results(): readonly TargetResult[] {
    return Array.from(this.#every(), (evidence) => evidence.result());
  }

  /** What is known of all targets together; worked out once an answer, since there may be very many. */
  get summary(): TargetSummary {
    return (this.#summary ??= summarise(this.#every(), this.#moment));
  }

  *#every(): Iterable<TargetEvidence> {
    yield* this.#all;
    yield* this.#extra.values();
  }

  *#asked(): Iterable<TargetEvidence> {
    for (const evidence of this.#every()) if (!this.#pools || this.#pools.has(evidence.expected.job)) yield evidence;
  }

  #add(expected: ExpectedTarget): TargetEvidence {
    const evidence = new TargetEvidence(expected, this.demand);
    const { job, address } = expected;
    if (address === undefined) append(this.#discovered, job, evidence);
    else {
      let byAddress = this.#listed.get(job);
      if (!byAddress) this.#listed.set(job, (byAddress = new Map<string, TargetEvidence[]>()));
      append(byAddress, address, evidence);
    }
    return evidence;
  }

  /** What a discovery was to find and this is. */
  #discoveredLike(target: ActiveTarget): readonly TargetEvidence[] {
    const [first] = this.#discovered.get(target.scrapePool) ?? [];
    if (!first || this.#isForeign(target)) return [];
    const like = this.#candidates(target.scrapePool, target);
    return like.length > 0 ? like : [this.#unpromised(target, first.expected, this.#serviceOf(target))];
  }

  #candidates(pool: string, source: Source): readonly TargetEvidence[] {
    const service = this.#serviceOf(source);
    return (this.#discovered.get(pool) ?? []).filter(({ expected: { found } }) => {
      if (found?.dnsName !== undefined) return found.dnsName === source.dnsName;
      return found?.containersOf === undefined || found.containersOf === service;
    });
  }

  #serviceOf({ containerId }: Source): string | undefined {
    return containerId === undefined ? undefined : this.context.serviceOf?.(containerId);
  }

  /** A container of another project, which Docker's discovery finds as well, is none of ours. */
  #isForeign(source: Source): boolean {
    return source.containerId !== undefined && this.#serviceOf(source) === undefined;
  }

  #unpromised(target: ActiveTarget, like: ExpectedTarget, service: string | undefined): TargetEvidence {
    const key = JSON.stringify([target.scrapePool, target.address]);
    let evidence = this.#extra.get(key);
    if (!evidence) {
      const { job, at, found, timing } = like;
      evidence = new TargetEvidence({ job, at, found, timing, service }, this.demand);
      this.#extra.set(key, evidence);
    }
    return evidence;
  }
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
