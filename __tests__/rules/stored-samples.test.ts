import { describe, expect, test } from '@jest/globals';
import type { ActiveTarget } from '../../src/model/observation.js';
import type { ServerFacts } from '../../src/model/server-facts.js';
import { nothingStored } from '../../src/rules/stored-samples.js';

const STARTED = Date.UTC(2026, 10, 25, 12, 0, 0);
const target = (more: Partial<ActiveTarget> = {}): ActiveTarget => ({
  scrapePool: 'agent',
  address: 'agent:8000',
  scrapeUrl: 'http://agent:8000/metrics',
  health: 'up',
  lastError: '',
  lastScrapeMs: STARTED + 60_000,
  scrapeDurationMs: 2,
  intervalMs: 15_000,
  ...more,
});
/** @param storedUp what a query for `up` finds */
const seen = (storedUp: ServerFacts['storedUp'], active = [target()]) =>
  nothingStored({
    targets: { active, dropped: [] },
    server: { runtime: { startTime: new Date(STARTED).toISOString() }, ...(storedUp && { storedUp }) },
  });

describe('nothing is stored', () => {
  test.each([
    ['when no sample of up is there', {}],
    ['when the newest is from before Prometheus started', { newestMs: STARTED - 1 }],
    ['when the newest is older than the interval of the target that was scraped last', { newestMs: STARTED + 43_999 }],
  ])('%s', (_, storedUp) => {
    expect(seen(storedUp)).toEqual({ scrapedMs: STARTED + 60_000, newestMs: undefined, ...storedUp });
  });

  test('also when other targets have never been scraped, or are down', () => {
    const others = [
      target({ health: 'down', lastScrapeMs: STARTED + 90_000 }),
      target({ health: 'unknown', lastScrapeMs: 0 }),
    ];
    expect(seen({}, [...others, target()])).toMatchObject({ scrapedMs: STARTED + 60_000 });
  });
});

describe('nothing is said', () => {
  test.each([
    ['of the sample of the last scrape', { newestMs: STARTED + 60_000 }],
    ['of one that another target scraped within its interval', { newestMs: STARTED + 45_000 }],
    ['where queries are not served', undefined],
  ])('%s', (_, storedUp) => {
    expect(seen(storedUp)).toBeUndefined();
  });

  test('where no target is up', () => {
    expect(seen({}, [target({ health: 'down' })])).toBeUndefined();
    expect(seen({}, [])).toBeUndefined();
  });

  test('of an old sample by a Prometheus that does not tell intervals, unless it is from before its start', () => {
    const untold = [target({ intervalMs: undefined })];
    expect(seen({ newestMs: STARTED + 1 }, untold)).toBeUndefined();
    expect(seen({ newestMs: STARTED - 1 }, untold)).toBeDefined();
  });
});
