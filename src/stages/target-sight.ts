import type { ActiveTarget } from '../model/observation.js';
import type { TargetTiming } from '../model/target.js';
import type { Moment } from './proof-demand.js';

/** What is kept of a target that Prometheus lists: there may be a hundred thousand of them. */
export type Sight = Omit<ActiveTarget, 'scrapePool' | 'address' | 'scrapeUrl' | 'dnsName' | 'containerId'> & {
  readonly scrapeUrl: string | undefined;
};

/** The parts that are kept. Where a target that is listed is scraped, while it is up, nobody asks. */
export function sightOf(target: ActiveTarget, isListed: boolean): Sight {
  const { health, lastError, lastScrapeMs, scrapeDurationMs, intervalMs, timeoutMs } = target;
  const scrapeUrl = isListed && health === 'up' ? undefined : target.scrapeUrl;
  return { health, scrapeUrl, lastError, lastScrapeMs, scrapeDurationMs, intervalMs, timeoutMs };
}

const RANK: Readonly<Record<ActiveTarget['health'], number>> = { down: 0, unknown: 1, up: 2 };

/** Whether a target says less for what it belongs to than another: one that is down tells more than one that is up. */
export function isWorse(target: Pick<Sight, 'health'>, than: Pick<Sight, 'health'>): boolean {
  return RANK[target.health] < RANK[than.health];
}

/** `Date` has whole seconds, and an answer takes its time. */
const CLOCK_TOLERANCE_MS = 3000;
const LATE_MS = 10_000;
/** Where neither the configuration nor Prometheus tells: the defaults of Prometheus. */
export const UNTIMED: TargetTiming = { intervalMs: 60_000, timeoutMs: 10_000, refreshMs: 0 };

/** Since when a scrape counts that failed, on the clock of Prometheus: when the services were ready. */
export function countFromMs({ nowMs, serverMs, servicesReadyMs }: Moment): number {
  const skewMs = serverMs === undefined ? 0 : serverMs - nowMs;
  return servicesReadyMs + (Math.abs(skewMs) > CLOCK_TOLERANCE_MS ? skewMs : 0);
}

/** Why scrapes are no proof although they succeeded, when they are none. All of it is on the clock of Prometheus. */
export function doubtOf(
  oldestMs: number,
  newestMs: number,
  { intervalMs, timeoutMs }: TargetTiming,
  { serverMs }: Moment,
): string | undefined {
  if (serverMs === undefined || oldestMs === 0) return undefined;
  const aheadMs = newestMs - serverMs;
  if (aheadMs > CLOCK_TOLERANCE_MS)
    return `its last scrape lies ${seconds(aheadMs)} in the future of Prometheus' own clock`;
  const ageMs = serverMs - oldestMs;
  if (ageMs <= intervalMs + timeoutMs + LATE_MS + intervalMs / 4) return undefined;
  return `its last scrape is ${seconds(ageMs)} old, though scrape_interval is ${seconds(intervalMs)}`;
}

function seconds(ms: number): string {
  return `${String(Math.round(ms / 1000))} s`;
}
