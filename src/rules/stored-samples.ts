import type { Observation } from '../model/observation.js';

/** Between the start of a scrape and what the clock of a query says of its samples. */
const SLACK_MS = 1000;

/** What Prometheus has lately scraped, and what it has kept of it. */
export interface NothingStored {
  /** When it last scraped a target that it calls up, on its own clock, milliseconds since the epoch. */
  readonly scrapedMs: number;
  /** The newest sample of `up` that a query finds; undefined when there is none. */
  readonly newestMs: number | undefined;
}

/**
 * Whether Prometheus scrapes and keeps nothing. A scrape counts as succeeded before its samples are written, so a target is up also when
 * the storage takes none of them. Undefined when samples are stored, and when that is not known, as in agent mode. Pure.
 * Source: https://github.com/prometheus/prometheus/blob/v3.5.0/scrape/scrape.go, scrapeAndReport
 */
export function nothingStored({ targets, server }: Pick<Observation, 'targets' | 'server'>): NothingStored | undefined {
  const scraped = (targets?.active ?? []).filter(({ health, lastScrapeMs }) => health === 'up' && lastScrapeMs > 0);
  if (!server?.storedUp || scraped.length === 0) return undefined;
  const { newestMs } = server.storedUp;
  const last = scraped.reduce((one, other) => (other.lastScrapeMs > one.lastScrapeMs ? other : one));
  const startedMs = Date.parse(String(server.runtime?.['startTime']));
  const isOld = newestMs === undefined || newestMs < startedMs || newestMs + intervalOf(last) < last.lastScrapeMs;
  return isOld ? { scrapedMs: last.lastScrapeMs, newestMs } : undefined;
}

/** A sample that is older than this is not of the last scrape. Without the word of Prometheus only its start is what counts. */
function intervalOf({ intervalMs = Infinity }: { readonly intervalMs?: number | undefined }): number {
  return intervalMs + SLACK_MS;
}
