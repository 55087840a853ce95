import type { ScrapeJob, Stack } from '../../model/stack.js';
import { placeIn, queriesIn, selectorsOf, type Query, type Selector } from '../queries.js';
import type { Problem, StackRule } from '../rule.js';
import { prometheusDurationMs } from '../../model/duration.js';

/** Functions that need two samples of each series. */
const NEEDS_TWO = new Set([
  'rate',
  'irate',
  'increase',
  'delta',
  'idelta',
  'deriv',
  'changes',
  'resets',
  'predict_linear',
]);

/** Ranges in which there are hardly two scrapes. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'alerting/range-too-short',
  severity: 'warning',
  summary: 'a rule or panel takes a rate over a range that is shorter than two scrape intervals',
  why: 'A rate needs two samples. In a range shorter than the scrape interval there is at most one, so the expression never gives anything; below two intervals it often gives nothing, and one lost scrape is enough.',
  remedy: 'use a range of at least two scrape intervals, better four',
  check(stack) {
    const jobs = stack.prometheus?.config?.jobs ?? [];
    if (jobs.length === 0) return [];
    const longest = Math.max(...jobs.map(({ scrapeIntervalMs }) => scrapeIntervalMs));
    return queriesIn(stack)
      .filter(({ node }) => hasRangeBelow(node.text, 2 * longest))
      .flatMap((query) => selectorsOf(query).flatMap((selector) => judge(stack, jobs, query, selector) ?? []));
  },
};

/** Told before anything is parsed: there may be ten thousand rules. */
function hasRangeBelow(text: string, ms: number): boolean {
  for (const [, written] of text.matchAll(/\[\s*(\w+)\s*\]/g))
    if ((prometheusDurationMs(written ?? '') ?? Infinity) < ms) return true;
  return false;
}

function judge(stack: Stack, jobs: readonly ScrapeJob[], query: Query, selector: Selector): Problem | undefined {
  const { range, caller, matchers, metric } = selector;
  // What a rule records comes as often as its group is evaluated.
  if (!range || caller === undefined || !NEEDS_TWO.has(caller) || metric?.includes(':') === true) return undefined;
  const job = matchers.find(({ label, operator }) => label === 'job' && operator === '=')?.value;
  const meant = job === undefined ? jobs : jobs.filter(({ name }) => name.value === job);
  if (meant.length === 0) return undefined;
  // Without a job it may be any of them; the one that is scraped most often needs the shortest range.
  const quickest = meant.reduce((a, b) => (b.scrapeIntervalMs < a.scrapeIntervalMs ? b : a));
  const interval = quickest.scrapeIntervalMs;
  if (range.ms >= 2 * interval) return undefined;
  const written = query.node.text.slice(range.start, range.end);
  const by = job === undefined ? 'every scrape job is scraped at most' : `job "${job}" is scraped`;
  const effect = range.ms < interval ? 'it never gives anything' : 'it often gives nothing';
  return {
    message: `${query.owner} takes ${caller} over [${written}], but ${by} every ${seconds(interval)}: ${effect}`,
    at: placeIn(query, range.start, range.end),
    help: `write a range of at least ${seconds(2 * interval)}, better ${seconds(4 * interval)}`,
    ...(query.of === 'panel' ? { severity: 'notice' as const } : {}),
    subject: { rule: query.owner.replace(/^[^"]*"|"$/g, '') },
    related: [{ message: 'the scrape job', at: quickest.name.at }],
  };
}

function seconds(ms: number): string {
  if (ms % 60_000 === 0) return `${String(ms / 60_000)}m`;
  return ms % 1000 === 0 ? `${String(ms / 1000)}s` : `${String(ms)}ms`;
}
