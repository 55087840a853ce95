import { child, entries, items, text } from '../../model/yaml-node.js';
import type { ScrapeJob, Stack } from '../../model/stack.js';
import type { Problem, StackRule } from '../rule.js';
import { resolvedTargets, type ResolvedTarget } from '../target-problems.js';

/** Targets that two jobs scrape in the same way. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'scraping/same-target-twice',
  severity: 'notice',
  summary: 'two scrape jobs ask the same address for the same path',
  why: 'Each series is there twice, once a job: sums over jobs count double, alerts fire twice, and it costs twice as much.',
  remedy: 'remove the target from one of the jobs',
  check(stack) {
    const jobs = stack.prometheus?.config?.jobs ?? [];
    return jobs.length < 2 ? [] : repeated(stack);
  },
};

function repeated(stack: Stack): Problem[] {
  const first = new Map<string, ResolvedTarget>();
  const ways = new Map<ScrapeJob, string | undefined>();
  const said = new Set<string>();
  return resolvedTargets(stack).flatMap((one): Problem[] => {
    const { job, target, scraped } = one;
    if (!ways.has(job)) ways.set(job, wayOf(job));
    const way = ways.get(job);
    if (way === undefined) return [];
    const asked = `${scraped.address}${scraped.metricsPath}`;
    const key = `${scraped.scheme}://${asked}?${way}${parametersOf(one)}`;
    const other = first.get(key);
    if (!other) first.set(key, one);
    if (!other || other.job === job) return [];
    const pair = `${other.job.name.value}\n${job.name.value}\n${asked}`;
    if (said.size === said.add(pair).size) return [];
    return [
      {
        message: `scrape job "${job.name.value}" asks ${target.value} for "${scraped.metricsPath}", which job "${other.job.name.value}" does too: each series is stored twice`,
        at: target.at,
        subject: { job: job.name.value, target: target.value },
        related: [{ message: `in job "${other.job.name.value}"`, at: other.target.at }],
      },
    ];
  });
}

/** What the targets of a job are asked with; undefined when two jobs may well share an address, as each keeps a part of it. */
function wayOf({ node }: ScrapeJob): string | undefined {
  if (child(node, 'metric_relabel_configs')) return undefined;
  return entries(child(node, 'params'))
    .map(
      ([name, { value }]) =>
        `${name}=${items(value)
          .map((item) => text(item) ?? '')
          .join(',')}`,
    )
    .join('&');
}

/** Relabelling may ask each target with parameters of its own. */
function parametersOf({ scraped: { labels } }: ResolvedTarget): string {
  if (!labels) return '';
  return [...labels].flatMap(([name, value]) => (name.startsWith('__param_') ? [`&${name}=${value}`] : [])).join('');
}
