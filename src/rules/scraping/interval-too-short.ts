import { scrapeTargets } from '../../discovery/scrape-targets.js';
import type { SourceRange } from '../../model/source.js';
import type { ScrapeJob, Stack } from '../../model/stack.js';
import { child } from '../../model/yaml-node.js';
import type { Problem, StackRule } from '../rule.js';

const SHORT_MS = 5_000;
/** Below this nothing is gained: a scrape itself takes a good part of it. */
const LEAST_MS = 1_000;
/** Scrapes a second from which on a short interval is worth a word. */
const MANY = 20;

/** Short intervals that cost a lot. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'scraping/interval-too-short',
  severity: 'notice',
  summary: 'a scrape interval of less than a second, or of a few seconds for many targets',
  why: 'What scraping costs is the number of targets through the interval: in requests, in samples that are stored, and in what each service spends on giving its metrics.',
  remedy: 'scrape every 15 to 60 seconds; nothing that is alerted on for minutes needs more',
  check: (stack) => shortIntervals(stack).flatMap((interval) => problemOf(interval) ?? []),
};

/** One short interval as it is written, and the jobs that have it. */
interface ShortInterval {
  readonly at: SourceRange;
  readonly ms: number;
  readonly jobs: ScrapeJob[];
  targets: number;
}

function shortIntervals(stack: Stack): ShortInterval[] {
  const config = stack.prometheus?.config;
  const ofAll = child(config?.root, 'global', 'scrape_interval')?.at;
  const short = (config?.jobs ?? []).filter(({ scrapeIntervalMs: ms }) => ms > 0 && ms < SHORT_MS);
  const byPlace = new Map<SourceRange, ShortInterval>();
  const byJob = new Map<ScrapeJob, ShortInterval>();
  for (const job of short) {
    const at = child(job.node, 'scrape_interval')?.at ?? ofAll ?? job.name.at;
    const interval = byPlace.get(at) ?? { at, ms: job.scrapeIntervalMs, jobs: [], targets: 0 };
    byPlace.set(at, interval);
    byJob.set(job, interval);
    interval.jobs.push(job);
  }
  if (byJob.size > 0)
    for (const { job, droppedBy } of scrapeTargets(stack)) {
      const interval = droppedBy ? undefined : byJob.get(job);
      if (interval) interval.targets++;
    }
  return [...byPlace.values()];
}

function problemOf({ at, ms, jobs, targets }: ShortInterval): Problem | undefined {
  const perSecond = (targets * 1000) / ms;
  if (perSecond < MANY && (ms >= LEAST_MS || targets === 0)) return undefined;
  const [first] = jobs;
  const who =
    jobs.length > 1 ? `${String(jobs.length)} scrape jobs ask` : `scrape job "${first?.name.value ?? ''}" asks`;
  const what = targets === 1 ? 'one target' : `${String(targets)} targets`;
  return {
    message: `${who} ${what} every ${String(ms / 1000)}s, which makes ${String(Math.round(perSecond))} scrapes a second`,
    at,
    ...(first && jobs.length === 1 ? { subject: { job: first.name.value } } : {}),
  };
}
