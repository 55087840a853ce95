import { scrapeTargets } from '../../discovery/scrape-targets.js';
import { child } from '../../model/yaml-node.js';
import type { ScrapeJob } from '../../model/stack.js';
import type { Problem, StackRule } from '../rule.js';

const SHORT_MS = 5_000;
/** Scrapes a second of one job from which on it is worth a word. */
const MANY = 20;

/** Jobs whose short interval costs a lot, since they have many targets. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'scraping/interval-too-short',
  severity: 'notice',
  summary: 'a scrape job with many targets and an interval of a few seconds',
  why: 'What scraping costs is the number of targets through the interval: in requests, in samples that are stored, and in what each service spends on giving its metrics.',
  remedy: 'scrape every 15 to 60 seconds; nothing that is alerted on for minutes needs more',
  check(stack) {
    const short = (stack.prometheus?.config?.jobs ?? []).filter(
      ({ scrapeIntervalMs }) => scrapeIntervalMs > 0 && scrapeIntervalMs < SHORT_MS,
    );
    if (short.length === 0) return [];
    const counts = new Map<ScrapeJob, number>();
    for (const { job, droppedBy } of scrapeTargets(stack)) if (!droppedBy) counts.set(job, (counts.get(job) ?? 0) + 1);
    return short.flatMap((job): Problem[] => {
      const targets = counts.get(job) ?? 0;
      const perSecond = (targets * 1000) / job.scrapeIntervalMs;
      if (perSecond < MANY) return [];
      return [
        {
          message: `scrape job "${job.name.value}" asks ${String(targets)} targets every ${String(job.scrapeIntervalMs / 1000)}s, which are ${String(Math.round(perSecond))} scrapes a second`,
          at: child(job.node, 'scrape_interval')?.at ?? job.name.at,
          subject: { job: job.name.value },
        },
      ];
    });
  },
};
