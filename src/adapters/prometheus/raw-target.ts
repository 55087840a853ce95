import { prometheusDurationMs } from '../../model/duration.js';
import type { ActiveTarget, DroppedTarget } from '../../model/observation.js';

/** One target as the API spells it. https://prometheus.io/docs/prometheus/latest/querying/api/#targets */
export interface RawTarget {
  readonly discoveredLabels?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly scrapePool?: string;
  readonly scrapeUrl?: string;
  readonly lastError?: string;
  readonly lastScrape?: string;
  readonly lastScrapeDuration?: number;
  readonly health?: string;
  readonly scrapeInterval?: string;
  readonly scrapeTimeout?: string;
}

/** An active target; what an older Prometheus does not tell is absent. */
export function activeTarget(target: RawTarget): ActiveTarget {
  const discovered = target.discoveredLabels ?? {};
  const scraped =
    target.lastScrape === undefined || target.lastScrape.startsWith('0001-') ? 0 : Date.parse(target.lastScrape);
  const intervalMs = prometheusDurationMs(target.scrapeInterval ?? '');
  const timeoutMs = prometheusDurationMs(target.scrapeTimeout ?? '');
  const dnsName = discovered['__meta_dns_name'];
  const containerId = discovered['__meta_docker_container_id'];
  return {
    scrapePool: target.scrapePool ?? discovered['job'] ?? '',
    address: discovered['__address__'] ?? '',
    scrapeUrl: target.scrapeUrl ?? '',
    health: target.health === 'up' || target.health === 'down' ? target.health : 'unknown',
    lastError: target.lastError ?? '',
    lastScrapeMs: Number.isNaN(scraped) ? 0 : scraped,
    scrapeDurationMs: Math.round((target.lastScrapeDuration ?? 0) * 1e6) / 1000,
    ...(intervalMs === undefined ? {} : { intervalMs }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(dnsName === undefined ? {} : { dnsName }),
    ...(containerId === undefined ? {} : { containerId }),
  };
}

/** A dropped target. Prometheus 2 names its job only among its labels. */
export function droppedTarget({ discoveredLabels = {}, scrapePool }: RawTarget): DroppedTarget {
  return {
    scrapePool: scrapePool ?? discoveredLabels['job'] ?? '',
    address: discoveredLabels['__address__'] ?? '',
    labels: discoveredLabels,
  };
}
