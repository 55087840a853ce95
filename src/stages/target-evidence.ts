import { listedWithinMs, scrapedWithinMs } from '../discovery/timing.js';
import type { ActiveTarget } from '../model/observation.js';
import { causeOfScrapeError, isPermanent } from '../model/scrape-error.js';
import type { SourceRange } from '../model/source.js';
import type { ExpectedTarget, TargetHealth, TargetResult, TargetTiming } from '../model/target.js';
import type { Moment, ProofDemand } from './proof-demand.js';
import { UNTIMED, countFromMs, doubtOf, isWorse, sightOf, type Sight } from './target-sight.js';

/** Failed scrapes that prove a cause which a service that has just started would show too. */
const FAILURES_THAT_PROVE = 2;
/** A target that was up and went down has to convince again. */
const SCRAPES_AFTER_FLAP = 3;
const MOST_FLAPS = 3;
/** What is known of one expected target, from answer to answer. */
export class TargetEvidence {
  health: TargetHealth = 'unknown';
  /** Known to be up, or known not to be: more answers change nothing. */
  decided = false;
  /** What this answer has shown until now. */
  #found = 0;
  #worst: Sight | undefined;
  #oldestScrapeMs = Infinity;
  #newestScrapeMs = 0;
  /** What the last complete answer has shown. */
  #shown: Sight | undefined;
  #shownCount = 0;
  /** What all answers have shown. */
  #listedMs: number | undefined;
  #firstUpMs: number | undefined;
  #successes = 0;
  #failures = 0;
  #countedScrapeMs = -1;
  #distrustedScrapeMs: number | undefined;
  #flaps = 0;
  #droppedBy: SourceRange | undefined;
  #dropped = false;
  #doubt: string | undefined;

  constructor(
    readonly expected: ExpectedTarget,
    private readonly demand: ProofDemand,
  ) {
    this.decided = this.#isExcused;
  }

  /** A new answer begins. */
  begin(): void {
    this.#found = 0;
    this.#worst = undefined;
    this.#oldestScrapeMs = Infinity;
    this.#newestScrapeMs = 0;
  }

  see(target: ActiveTarget): void {
    this.#found++;
    if (!this.#worst || isWorse(target, this.#worst)) this.#worst = sightOf(target, this.expected.found === undefined);
    this.#oldestScrapeMs = Math.min(this.#oldestScrapeMs, target.lastScrapeMs);
    this.#newestScrapeMs = Math.max(this.#newestScrapeMs, target.lastScrapeMs);
  }

  /** Prometheus lists it among what relabelling drops; `by` is the step, where it is known. */
  seeDropped(by: SourceRange | undefined): void {
    this.#dropped = true;
    this.#droppedBy ??= by;
  }

  /** The clock of Prometheus jumped: only a later scrape counts. */
  distrust(): void {
    this.#distrustedScrapeMs = this.#countedScrapeMs;
    this.#successes = 0;
    this.#failures = 0;
    this.decided = this.#isExcused;
  }

  /** Whether Prometheus does not list it though it is to. */
  get isUnlisted(): boolean {
    return !this.#shown && this.expected.droppedBy === undefined;
  }

  /** The answer is complete. */
  end(moment: Moment): void {
    const target = (this.#shown = this.#worst);
    this.#shownCount = this.#found;
    this.#doubt = undefined;
    if (!target) this.#judgeUnlisted(moment);
    else {
      this.#listedMs ??= moment.nowMs;
      if (target.health === 'down') this.#judgeDown(target, moment);
      else if (target.health === 'up') this.#judgeUp(moment);
      else this.#judgeUnknown(moment);
    }
    if (!this.#isExcused) return;
    if (this.health !== 'up') this.health = 'external';
    this.decided = true;
  }

  /** Whether its first sight or first scrape may come at any time. */
  get isRestless(): boolean {
    return !this.decided && (this.#shown?.health ?? 'unknown') === 'unknown';
  }

  /** When its next scrape, or the end of a patience, is due on the clock of this machine; infinite when nothing is awaited. */
  dueMs({ nowMs, serverMs, readyMs, servicesReadyMs }: Moment): number {
    if (this.decided) return Infinity;
    const { intervalMs, refreshMs } = this.#timing;
    const sinceMs = this.expected.found ? Math.max(readyMs, servicesReadyMs) : readyMs;
    if (!this.#shown) return sinceMs + listedWithinMs({ refreshMs }) + 1;
    if (this.#shown.health === 'unknown') return (this.#listedMs ?? nowMs) + scrapedWithinMs(this.#timing) + 1;
    return this.#shown.lastScrapeMs + intervalMs + (nowMs - (serverMs ?? nowMs));
  }

  result(): TargetResult {
    const target = this.#shown;
    const { expected } = this;
    const droppedBy = expected.droppedBy ?? this.#droppedBy;
    return {
      expected,
      health: this.health,
      ...(target?.scrapeUrl === undefined ? {} : { scrapeUrl: target.scrapeUrl }),
      ...(target && target.lastError !== '' ? { lastError: target.lastError } : {}),
      ...(target && target.health !== 'unknown' ? { scrapeDurationMs: target.scrapeDurationMs } : {}),
      ...(this.#firstUpMs === undefined ? {} : { firstUpAfterMs: this.#firstUpMs - this.demand.startedMs }),
      ...(this.health === 'dropped' && droppedBy ? { droppedBy } : {}),
      ...(this.#flaps > 0 ? { flaps: this.#flaps } : {}),
      ...(this.health === 'missing' && this.#shownCount > 0 ? { foundOnly: this.#shownCount } : {}),
      ...(this.#doubt === undefined ? {} : { doubt: this.#doubt }),
    };
  }

  get #isExcused(): boolean {
    return this.expected.external === true && this.demand.externalTargets === 'ignore';
  }

  /** The running Prometheus knows best. */
  get #timing(): TargetTiming {
    const timing = this.expected.timing ?? UNTIMED;
    const { intervalMs = timing.intervalMs, timeoutMs = timing.timeoutMs } = this.#shown ?? {};
    return { intervalMs, timeoutMs, refreshMs: timing.refreshMs };
  }

  #judgeUnlisted(moment: Moment): void {
    const late = this.#isLate(moment);
    const { found, droppedBy } = this.expected;
    // What a discovery has found until now may be dropped, and what it finds later not.
    const dropped = droppedBy !== undefined || (this.#dropped && (found === undefined || late));
    this.health = dropped ? 'dropped' : late ? 'missing' : 'unknown';
    this.decided = dropped || late;
  }

  /** Whether Prometheus had the time to list it. A discovery may have asked before the service was there. */
  #isLate({ nowMs, readyMs, servicesReadyMs }: Moment): boolean {
    const sinceMs = this.expected.found ? Math.max(readyMs, servicesReadyMs) : readyMs;
    return nowMs - sinceMs > listedWithinMs(this.expected.timing ?? UNTIMED);
  }

  #judgeUnknown({ nowMs }: Moment): void {
    this.health = 'unknown';
    this.decided = nowMs - (this.#listedMs ?? nowMs) > scrapedWithinMs(this.#timing);
  }

  #judgeUp(moment: Moment): void {
    this.#doubt =
      this.#oldestScrapeMs === this.#distrustedScrapeMs
        ? 'the clock of Prometheus jumped, and there was no scrape since'
        : doubtOf(this.#oldestScrapeMs, this.#newestScrapeMs, this.#timing, moment);
    if (this.#doubt !== undefined) {
      this.#judgeUnknown(moment);
      return;
    }
    this.#distrustedScrapeMs = undefined;
    if (this.#oldestScrapeMs !== this.#countedScrapeMs || this.#successes === 0) this.#successes++;
    this.#countedScrapeMs = this.#oldestScrapeMs;
    this.#failures = 0;
    if (this.#found < (this.expected.atLeast ?? 1)) {
      const late = this.#isLate(moment);
      this.health = late ? 'missing' : 'unknown';
      this.decided = late;
      return;
    }
    this.health = 'up';
    this.#firstUpMs ??= moment.nowMs;
    const needed =
      this.#flaps > 0 ? Math.max(this.demand.stableScrapes, SCRAPES_AFTER_FLAP) : this.demand.stableScrapes;
    this.decided = this.#successes >= needed;
  }

  #judgeDown(target: Sight, moment: Moment): void {
    if (this.health === 'up') {
      this.#flaps++;
      this.#failures = 0;
    }
    this.health = 'down';
    this.#successes = 0;
    if (target.lastScrapeMs < countFromMs(moment)) {
      this.decided = false;
      return;
    }
    if (target.lastScrapeMs !== this.#countedScrapeMs) this.#failures++;
    this.#countedScrapeMs = target.lastScrapeMs;
    this.decided =
      isPermanent(causeOfScrapeError(target.lastError)) ||
      this.#failures >= FAILURES_THAT_PROVE ||
      this.#flaps >= MOST_FLAPS;
  }
}
