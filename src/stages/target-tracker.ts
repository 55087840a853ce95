import type { ActiveTarget, TargetList } from '../model/observation.js';
import { causeOfScrapeError, isPermanent } from '../model/scrape-error.js';
import type { ExpectedTarget, TargetResult } from '../model/target.js';

/**
 * How long a Prometheus that is ready may still list nothing: its discovery and scrape managers each tick every 5 s
 * (discovery/manager.go, scrape/manager.go), so an empty list before that is no answer.
 */
const DISCOVERY_GRACE_MS = 15_000;
/** Service discoveries ask somebody else first, at their own refresh interval of 30 s or more. */
const REMOTE_DISCOVERY_GRACE_MS = 75_000;
/** Failed scrapes that prove a cause which a service that has just started would show too. */
const FAILURES_THAT_PROVE = 2;

/** Follows the expected targets through the answers of Prometheus, until each one is known to be up or not. */
export class TargetTracker {
  readonly #firstUpMs = new Map<ExpectedTarget, number>();
  readonly #failedScrapes = new Map<ExpectedTarget, Set<number>>();
  #results: readonly Tracked[];

  /** @param startedMs start of the run, from which `firstUpAfterMs` counts */
  constructor(
    private readonly expected: readonly ExpectedTarget[],
    private readonly startedMs: number,
  ) {
    this.#results = expected.map((target) => ({ expected: target, health: 'unknown', decided: false }));
  }

  /**
   * Takes one answer.
   * @param readyMs since when Prometheus is ready
   * @param scrapesCountFromMs scrapes before all services were ready prove nothing
   */
  update(list: TargetList, nowMs: number, readyMs: number, scrapesCountFromMs: number): void {
    this.#results = this.expected.map((target) => {
      const found = list.active.filter((active) => matches(target, active));
      if (found.length > 0) return this.#judge(target, found, nowMs, scrapesCountFromMs);
      if (list.dropped.some((dropped) => matches(target, dropped)))
        return { expected: target, health: 'dropped', decided: true };
      const grace = target.address === undefined ? REMOTE_DISCOVERY_GRACE_MS : DISCOVERY_GRACE_MS;
      const missing = nowMs - readyMs > grace;
      return { expected: target, health: missing ? 'missing' : 'unknown', decided: missing };
    });
  }

  /** Whether every target is known to be up, or known not to be. */
  get decided(): boolean {
    return this.#results.every(({ decided }) => decided);
  }

  get results(): readonly TargetResult[] {
    return this.#results;
  }

  #judge(expected: ExpectedTarget, found: readonly ActiveTarget[], nowMs: number, countFromMs: number): Tracked {
    const worst =
      found.find(({ health }) => health === 'down') ?? found.find(({ health }) => health === 'unknown') ?? found[0];
    if (!worst) return { expected, health: 'unknown', decided: false };
    if (worst.health === 'up' && !this.#firstUpMs.has(expected)) this.#firstUpMs.set(expected, nowMs);
    const firstUp = this.#firstUpMs.get(expected);
    return {
      expected,
      health: worst.health,
      decided: worst.health === 'up' || (worst.health === 'down' && this.#isProved(expected, worst, countFromMs)),
      scrapeUrl: worst.scrapeUrl,
      ...(worst.lastError === '' ? {} : { lastError: worst.lastError }),
      ...(worst.health === 'unknown' ? {} : { scrapeDurationMs: worst.scrapeDurationMs }),
      ...(firstUp === undefined ? {} : { firstUpAfterMs: firstUp - this.startedMs }),
    };
  }

  #isProved(expected: ExpectedTarget, { lastError, lastScrapeMs }: ActiveTarget, countFromMs: number): boolean {
    if (lastScrapeMs < countFromMs) return false;
    const scrapes = this.#failedScrapes.get(expected) ?? new Set();
    this.#failedScrapes.set(expected, scrapes.add(lastScrapeMs));
    return isPermanent(causeOfScrapeError(lastError)) || scrapes.size >= FAILURES_THAT_PROVE;
  }
}

type Tracked = TargetResult & { readonly decided: boolean };

function matches(expected: ExpectedTarget, seen: { readonly scrapePool: string; readonly address: string }): boolean {
  return seen.scrapePool === expected.job && (expected.address === undefined || seen.address === expected.address);
}
