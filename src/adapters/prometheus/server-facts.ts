import type { ServerFacts } from '../../model/server-facts.js';
import { metricNames, notificationErrors, withQueryErrors, type AskedRule } from './pipeline-facts.js';
import { storedUp } from './stored-up.js';
import { bodyText, type Get } from './transport.js';

interface RawRule {
  readonly name?: string;
  readonly query?: string;
  readonly type?: string;
  readonly health?: string;
  readonly lastError?: string;
}
interface RawGroup {
  readonly name?: string;
  readonly file?: string;
  readonly rules?: readonly RawRule[];
}
interface RawAlertmanagers {
  readonly activeAlertmanagers?: readonly { readonly url: string }[];
  readonly droppedAlertmanagers?: readonly { readonly url: string }[];
}
type Values = Readonly<Record<string, unknown>>;

/** Asks Prometheus about itself. What an old version does not know, or does not answer, is left out. */
export async function serverFacts(get: Get, signal: AbortSignal): Promise<ServerFacts> {
  const ask = async (path: string): Promise<unknown> => {
    try {
      const answer = await get(path, signal);
      const body = await bodyText(answer);
      return answer.status === 200 ? (JSON.parse(body) as { data?: unknown }).data : undefined;
    } catch {
      return undefined;
    }
  };
  const ofPipeline = Promise.all([metricNames(get, signal), notificationErrors(get, signal), storedUp(get, signal)]);
  const [build, runtime, tsdb, config, rules, alertmanagers, pools] = await Promise.all(
    [
      '/api/v1/status/buildinfo',
      '/api/v1/status/runtimeinfo',
      // The lists of top series are as long as one asks for.
      '/api/v1/status/tsdb?limit=1',
      '/api/v1/status/config',
      '/api/v1/rules?exclude_alerts=true',
      '/api/v1/alertmanagers',
      '/api/v1/scrape_pools',
    ].map(ask),
  );
  const loaded = (rules as { groups?: readonly RawGroup[] } | undefined)?.groups?.flatMap(rulesOf);
  const [names, errors, stored] = await ofPipeline;
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  return defined({
    version: text((build as Values | undefined)?.['version']),
    runtime: runtime as Values | undefined,
    tsdb: (tsdb as Values | undefined)?.['headStats'] as Values | undefined,
    activeConfig: text((config as Values | undefined)?.['yaml']),
    rules: loaded && (await withQueryErrors(get, loaded, signal)),
    alertmanagers: alertmanagers === undefined ? undefined : urlsOf(alertmanagers as RawAlertmanagers),
    scrapePools: (pools as { scrapePools?: readonly string[] } | undefined)?.scrapePools,
    metricNames: names,
    storedUp: stored,
    notificationErrors: errors,
  });
}

function rulesOf({ name: group = '', file = '', rules = [] }: RawGroup): AskedRule[] {
  return rules.map(({ name = '', query = '', type, health = 'unknown', lastError = '' }) => {
    const kind = type === 'recording' ? 'recording' : 'alerting';
    return { group, file, name, query, kind, health, lastError };
  });
}

function urlsOf({ activeAlertmanagers = [], droppedAlertmanagers = [] }: RawAlertmanagers) {
  const urls = (all: readonly { readonly url: string }[]): string[] => all.map(({ url }) => url);
  return { active: urls(activeAlertmanagers), dropped: urls(droppedAlertmanagers) };
}

function defined(facts: { readonly [K in keyof ServerFacts]: ServerFacts[K] | undefined }): ServerFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
