import { nearest } from '../../model/nearest.js';
import { isFine } from '../../model/target.js';
import { askedExpressions, writtenAt } from '../asked-selectors.js';
import { configDifferences } from '../active-config.js';
import type { Problem, Run, RuntimeRule } from '../rule.js';
import { takesOtherSamples } from '../sample-sources.js';
import { recordedMetrics } from '../stack-rules.js';
import { nothingStored } from '../stored-samples.js';

/** What Prometheus makes by itself, for each target and each alert. */
const OWN = /^(?:up|ALERTS|ALERTS_FOR_STATE|scrape_\w+)$/;
/** What a family has more names for than its own. */
const SUFFIXES = /_(?:bucket|count|sum|total|created|info)$/;
/** Functions whose business is that there may be nothing. */
const OF_ABSENCE = new Set(['absent', 'absent_over_time']);

/** Metrics that expressions ask for and nobody has. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/metric-not-exposed',
  severity: 'notice',
  stage: 'verify',
  summary: 'a rule or a panel asks for a metric that nothing in the running stack exposes',
  why: 'Prometheus takes the name of a metric that does not exist for an empty result: the alert never fires and the panel stays empty, without an error.',
  remedy: 'correct the name, or expose the metric; some appear only when something happens for the first time',
  judge(run) {
    const names = namesOf(run);
    if (!names || nothingStored(run.observation)) return [];
    const found = new Map<string, Problem>();
    for (const asked of askedExpressions(run.stack))
      for (const { metric, start, call } of asked.selectors) {
        if (metric === undefined || isKnown(metric, names, run) || OF_ABSENCE.has(call ?? '')) continue;
        const at = writtenAt(asked, start, start + metric.length);
        if (!at) continue;
        const known = found.get(metric);
        if (known) {
          found.set(metric, { ...known, related: [...(known.related ?? []), { message: asked.owner(), at }] });
          continue;
        }
        const close = nearest(metric, names);
        found.set(metric, {
          message: `${asked.owner()} asks for ${metric}, which no target exposes${close === undefined ? '' : `; there is ${close}`}`,
          cause: 'metric-not-exposed',
          at,
          help: close === undefined ? undefined : `write ${close}, if that is what is meant`,
        });
      }
    return [...found.values()];
  },
};

/** Every name that there is; undefined when something may be missing yet, or comes from elsewhere. */
function namesOf(run: Run): ReadonlySet<string> | undefined {
  const { stack, targets, observation } = run;
  const names = observation.server?.metricNames;
  if (!names || targets.length === 0 || !targets.every((one) => isFine(one) && one.health === 'up')) return undefined;
  if (takesOtherSamples(stack) || configDifferences(run).length > 0) return undefined;
  return new Set(names);
}

function isKnown(metric: string, names: ReadonlySet<string>, { stack }: Run): boolean {
  if (OWN.test(metric) || names.has(metric) || recordedMetrics(stack).has(metric)) return true;
  return names.has(metric.replace(SUFFIXES, ''));
}
