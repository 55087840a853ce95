import type { LoadedRule } from '../../model/server-facts.js';
import { ask, bodyText, type Get } from './transport.js';

/** More names are not worth their bytes in a recording. */
const MOST_NAMES = 5000;
/** A stack that has more rules has most of them evaluated by the time it is looked at. */
const MOST_QUERIES = 100;
const AT_ONCE = 4;

/** A rule as it is loaded, with its expression. */
export type AskedRule = LoadedRule & { readonly query: string };

/** The names of all series, and of families that have none yet; undefined when they are not told or too many. */
export async function metricNames(get: Get, signal: AbortSignal): Promise<readonly string[] | undefined> {
  const [series, families] = await Promise.all([
    ask(get, '/api/v1/label/__name__/values', signal),
    ask(get, '/api/v1/metadata?limit_per_metric=1', signal),
  ]);
  const names = (series?.json as { data?: unknown } | undefined)?.data;
  const metadata = (families?.json as { data?: unknown } | undefined)?.data;
  if (!Array.isArray(names) || typeof metadata !== 'object' || metadata === null) return undefined;
  const all = new Set([...(names as string[]), ...Object.keys(metadata)]);
  return all.size > MOST_NAMES ? undefined : [...all].sort();
}

/**
 * Rules are evaluated for the first time at a moment of their interval that Prometheus picks: before there is any data, when nothing
 * fails, or a minute later. A query with the expression tells now whether it can be evaluated on the data that is there.
 */
export async function withQueryErrors(
  get: Get,
  rules: readonly AskedRule[],
  signal: AbortSignal,
): Promise<readonly LoadedRule[]> {
  const results: LoadedRule[] = rules.map(({ query: _, ...rule }) => rule);
  const left = rules.flatMap((rule, index) => (rule.health !== 'err' && rule.query !== '' ? [index] : []));
  left.splice(MOST_QUERIES);
  const worker = async (): Promise<void> => {
    for (let index = left.shift(); index !== undefined; index = left.shift()) {
      const [rule, result] = [rules[index], results[index]];
      if (!rule || !result) continue;
      const error = await queryError(get, rule.query, signal);
      if (error !== undefined) results[index] = { ...result, queryError: error };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

/** 422 is an expression that fails on the data; time-outs are 503 and say nothing of it. https://prometheus.io/docs/prometheus/latest/querying/api/ */
async function queryError(get: Get, query: string, signal: AbortSignal): Promise<string | undefined> {
  const answered = await ask(get, `/api/v1/query?timeout=2s&query=${encodeURIComponent(query)}`, signal);
  const { errorType, error } = (answered?.json ?? {}) as { errorType?: string; error?: string };
  return answered?.status === 422 && errorType === 'execution' ? error : undefined;
}

/** By the URL of each Alertmanager, how many alerts could not be handed over. */
export async function notificationErrors(
  get: Get,
  signal: AbortSignal,
): Promise<Readonly<Record<string, number>> | undefined> {
  try {
    const text = await bodyText(await get('/metrics', signal));
    const lines = text.matchAll(/^prometheus_notifications_errors_total\{alertmanager="([^"]*)"\} (\S+)$/gm);
    const errors = [...lines].map(([, url = '', count]) => [url, Number(count)] as const);
    return errors.length > 0 ? Object.fromEntries(errors) : undefined;
  } catch {
    return undefined;
  }
}
