import type { ScrapeJob, Stack } from '../../model/stack.js';
import { matchWhole } from '../../promql/go-regex.js';
import { child } from '../../model/yaml-node.js';
import { askedExpressions, writtenAt, type AskedExpression } from '../asked-selectors.js';
import type { Selector } from '../expression-selectors.js';
import type { Problem, StackRule } from '../rule.js';
import { changesInterval, takesOtherSamples } from '../sample-sources.js';
import { recordedMetrics } from '../stack-rules.js';

/** Functions that need two samples at least; of one, changes and resets only say that there were none. */
const NEED_TWO = new Set([
  'rate',
  'irate',
  'increase',
  'delta',
  'idelta',
  'deriv',
  'predict_linear',
  'changes',
  'resets',
]);

/** What Prometheus itself makes of alerts comes as often as these are evaluated too. */
const OF_ALERTS = new Set(['ALERTS', 'ALERTS_FOR_STATE']);

/** Ranges in which there are not two samples. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'alerting/range-too-short',
  severity: 'warning',
  summary: 'a rate over a range that is shorter than two scrape intervals',
  why: 'rate, increase and their like need two samples in the range. Where the range is shorter than two scrape intervals there is often one only, and they give nothing: the alert never fires, and the graph has gaps.',
  remedy: 'write a range of four scrape intervals, so that a scrape may fail; in Grafana $__rate_interval is that',
  check(stack) {
    const jobs = stack.prometheus?.config?.jobs ?? [];
    if (jobs.length === 0 || takesOtherSamples(stack)) return [];
    const longest = Math.max(...jobs.map(({ scrapeIntervalMs }) => scrapeIntervalMs));
    return askedExpressions(stack).flatMap((asked) =>
      asked.selectors.flatMap((selector) => {
        const { range, call } = selector;
        const isShort = range !== undefined && range.ms < 2 * longest;
        return isShort && call !== undefined && NEED_TWO.has(call) ? judge(stack, asked, selector, jobs) : [];
      }),
    );
  },
};

function judge(stack: Stack, asked: AskedExpression, selector: Selector, jobs: readonly ScrapeJob[]): Problem[] {
  const { range, metric, call } = selector;
  // What a rule records comes as often as the rule is evaluated.
  if (!range || metric === undefined || metric.includes(':') || OF_ALERTS.has(metric)) return [];
  if (recordedMetrics(stack).has(metric)) return [];
  const meant = jobsOf(selector, jobs);
  if (meant.length === 0 || meant.some(changesInterval)) return [];
  const [first] = [...meant].sort((one, other) => one.scrapeIntervalMs - other.scrapeIntervalMs);
  const at = writtenAt(asked, range.start, range.end);
  if (!first || !at || range.ms >= 2 * first.scrapeIntervalMs) return [];
  const interval = shown(first.scrapeIntervalMs);
  const enough = shown(4 * first.scrapeIntervalMs);
  const written = asked.node.text.slice(range.start, range.end);
  const whose = meant.length === 1 || meant.length < jobs.length ? ` of scrape job "${first.name.value}"` : '';
  const effect = call === 'changes' || call === 'resets' ? 'says nothing' : 'gives nothing';
  const often =
    range.ms < first.scrapeIntervalMs
      ? `it never has two samples, and ${effect}`
      : `it often has one sample only, and ${effect}`;
  const than = range.ms < first.scrapeIntervalMs ? 'shorter than' : 'less than two times';
  return [
    {
      message: `${asked.owner()} takes ${call ?? ''}(${metric}[${written}]), ${than} the scrape_interval ${interval}${whose}: ${often}`,
      at,
      ...(asked.of === 'panel' ? { severity: 'notice' as const } : {}),
      help: `write [${enough}]`,
      related: [relatedTo(stack, first)],
      fix: { safety: 'suggested', title: `write [${enough}]`, edits: [{ at, text: enough }] },
    },
  ];
}

/** The jobs whose series a selector may match. */
function jobsOf({ matchers }: Selector, jobs: readonly ScrapeJob[]): readonly ScrapeJob[] {
  const [matcher] = matchers.filter(({ label }) => label === 'job');
  if (!matcher) return jobs;
  const { operator, value } = matcher;
  // None for a label that targets are given, or a job that there is not.
  if (operator === '=') return jobs.filter(({ name }) => name.value === value);
  if (operator !== '=~') return jobs;
  try {
    return jobs.filter(({ name }) => matchWhole(value, name.value));
  } catch {
    return jobs;
  }
}

/** Where the interval stands: of the job, or of all. */
function relatedTo(stack: Stack, job: ScrapeJob): NonNullable<Problem['related']>[number] {
  const own = child(job.node, 'scrape_interval');
  const global = child(stack.prometheus?.config?.root, 'global', 'scrape_interval');
  if (own) return { message: 'the interval', at: own.at };
  return global
    ? { message: 'the interval', at: global.at }
    : { message: 'nothing writes an interval, so it is one minute', at: job.name.at };
}

function shown(ms: number): string {
  if (ms % 60_000 === 0) return `${String(ms / 60_000)}m`;
  return ms % 1000 === 0 ? `${String(ms / 1000)}s` : `${String(ms)}ms`;
}
