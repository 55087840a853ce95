import type { ActiveTarget, TargetList } from '../../model/observation.js';
import type { PrometheusApi } from '../../ports/prometheus.js';

/** One GET; the path starts with a slash and has the route prefix. Throws when there is no answer. */
export type Get = (path: string, signal: AbortSignal) => Promise<{ readonly status: number; readonly body: string }>;

interface RawTarget {
  readonly discoveredLabels?: Readonly<Record<string, string>>;
  readonly scrapePool?: string;
  readonly scrapeUrl?: string;
  readonly lastError?: string;
  readonly lastScrape?: string;
  readonly lastScrapeDuration?: number;
  readonly health?: string;
  readonly scrapeInterval?: string;
  readonly scrapeTimeout?: string;
}

/** The HTTP API over any transport. https://prometheus.io/docs/prometheus/latest/querying/api/#targets */
export class HttpPrometheus implements PrometheusApi {
  constructor(
    readonly url: string,
    private readonly get: Get,
    private readonly onClose: () => Promise<void> = () => Promise.resolve(),
  ) {}

  async ready(signal: AbortSignal): Promise<boolean> {
    const { status } = await this.get('/-/ready', signal);
    if (status === 401 || status === 403) throw new Error(`${this.url} wants credentials (status ${String(status)})`);
    if (status === 404) throw new Error(`${this.url}/-/ready does not exist: --web.external-url may have a path`);
    return status === 200;
  }

  async targets(signal: AbortSignal): Promise<TargetList> {
    const { status, body } = await this.get('/api/v1/targets?state=any', signal);
    if (status !== 200) throw new Error(`${this.url}/api/v1/targets answered ${String(status)}: ${body.slice(0, 200)}`);
    return parseTargets(body);
  }

  async scrapeSettings(signal: AbortSignal): Promise<string> {
    const { status, body } = await this.get('/api/v1/targets?state=active', signal);
    if (status !== 200) throw new Error(`${this.url}/api/v1/targets answered ${String(status)}`);
    const { data } = JSON.parse(body) as { data: { activeTargets?: RawTarget[] } };
    const lines = (data.activeTargets ?? []).flatMap(({ scrapePool, scrapeUrl, scrapeInterval, scrapeTimeout }) =>
      scrapeInterval === undefined ? [] : [[scrapePool, scrapeUrl, scrapeInterval, scrapeTimeout].join(' ')],
    );
    return lines.sort().join('\n');
  }

  close(): Promise<void> {
    return this.onClose();
  }
}

/** Reads an answer of `/api/v1/targets`. */
export function parseTargets(body: string): TargetList {
  const { data } = JSON.parse(body) as { data: { activeTargets?: RawTarget[]; droppedTargets?: RawTarget[] } };
  return {
    active: (data.activeTargets ?? []).map(active),
    dropped: (data.droppedTargets ?? []).map(({ discoveredLabels = {}, scrapePool }) => ({
      // Before 2.44 a dropped target names its job only among its labels.
      scrapePool: scrapePool ?? discoveredLabels['job'] ?? '',
      address: discoveredLabels['__address__'] ?? '',
    })),
  };
}

function active(target: RawTarget): ActiveTarget {
  const scraped =
    target.lastScrape === undefined || target.lastScrape.startsWith('0001-') ? 0 : Date.parse(target.lastScrape);
  return {
    scrapePool: target.scrapePool ?? '',
    address: target.discoveredLabels?.['__address__'] ?? '',
    scrapeUrl: target.scrapeUrl ?? '',
    health: target.health === 'up' || target.health === 'down' ? target.health : 'unknown',
    lastError: target.lastError ?? '',
    lastScrapeMs: scraped,
    scrapeDurationMs: Math.round((target.lastScrapeDuration ?? 0) * 1e6) / 1000,
  };
}
