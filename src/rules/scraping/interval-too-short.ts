import { scrapeTargets } from '../../discovery/scrape-targets.js';
import { child, type YamlNode } from '../../model/yaml-node.js';
import type { ScrapeJob } from '../../model/stack.js';
import type { Problem, StackRule } from '../rule.js';

const SHORT_MS = 5_000;
/** Shorter than this it is worth a word whatever it scrapes. */
const VERY_SHORT_MS = 1_000;
/** Scrapes a second of one job from which on it is worth a word. */
const MANY = 20;

/** Intervals that cost a lot: very short ones, and short ones of jobs with many targets. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'scraping/interval-too-short',
  severity: 'notice',
  summary: 'a scrape interval below a second, or of a few seconds for many targets',
  why: 'What scraping costs is the number of targets through the interval: in requests, in samples that are stored, and in what each service spends on giving its metrics.',
  remedy: 'scrape every 15 to 60 seconds; nothing that is alerted on for minutes needs more',
  check(stack) {
    const { config } = stack.prometheus ?? {};
    const short = (config?.jobs ?? []).filter(
      ({ scrapeIntervalMs }) => scrapeIntervalMs > 0 && scrapeIntervalMs < SHORT_MS,
    );
    if (!config || short.length === 0) return [];
    const global = child(config.root, 'global', 'scrape_interval');
    const everywhere = global && config.scrapeIntervalMs < VERY_SHORT_MS && short.some((job) => !ownInterval(job));
    const counts = new Map<ScrapeJob, number>();
    for (const { job, droppedBy } of scrapeTargets(stack)) if (!droppedBy) counts.set(job, (counts.get(job) ?? 0) + 1);
    return [
      ...(everywhere ? [veryShort('global', config.scrapeIntervalMs, global)] : []),
      ...short.flatMap((job) => (everywhere && !ownInterval(job) ? [] : judge(job, counts.get(job) ?? 0))),
    ];
  },
};

function ownInterval({ node }: ScrapeJob): YamlNode | undefined {
  return child(node, 'scrape_interval');
}

function judge(job: ScrapeJob, targets: number): Problem[] {
  const own = ownInterval(job);
  const perSecond = (targets * 1000) / job.scrapeIntervalMs;
  const subject = { job: job.name.value };
  if (perSecond >= MANY)
    return [
      {
        message: `scrape job "${job.name.value}" asks ${String(targets)} targets every ${String(job.scrapeIntervalMs / 1000)}s, which are ${String(Math.round(perSecond))} scrapes a second`,
        at: own?.at ?? job.name.at,
        subject,
      },
    ];
  if (!own || job.scrapeIntervalMs >= VERY_SHORT_MS) return [];
  return [{ ...veryShort(`scrape job "${job.name.value}"`, job.scrapeIntervalMs, own), subject }];
}

function veryShort(owner: string, intervalMs: number, { at }: YamlNode): Problem {
  const often = String(Math.round(10_000 / intervalMs) / 10);
  return {
    message: `scrape_interval of ${owner} is ${String(intervalMs)}ms: each target is asked ${often} times a second`,
    at,
  };
}
