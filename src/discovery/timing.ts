import { prometheusDurationMs } from '../model/duration.js';
import type { ScrapeJob } from '../model/stack.js';
import type { TargetTiming } from '../model/target.js';
import { child, text, type YamlNode } from '../model/yaml-node.js';

/**
 * Prometheus hands new targets on in two steps of 5 s each, one in its discovery manager and one in its scrape manager
 * (https://github.com/prometheus/prometheus/blob/main/discovery/manager.go, scrape/manager.go); the rest is for a busy machine.
 */
export const HAND_ON_MS = 15_000;

/** What `refresh_interval` is when it is not written; https://prometheus.io/docs/prometheus/latest/configuration/configuration/. */
const REFRESH_MS: Readonly<Record<string, number>> = {
  // Read when Prometheus starts, and watched from then on.
  file_sd_configs: 0,
  // Told by the server as soon as something changes.
  kubernetes_sd_configs: 0,
  nerve_sd_configs: 0,
  serverset_sd_configs: 0,
  dns_sd_configs: 30_000,
  consul_sd_configs: 30_000,
  eureka_sd_configs: 30_000,
  kuma_sd_configs: 30_000,
  marathon_sd_configs: 30_000,
  azure_sd_configs: 300_000,
};
const OTHERS_MS = 60_000;

/** How often one entry of a discovery looks again, milliseconds. */
export function refreshMs(discovery: string, entry: YamlNode | undefined): number {
  if (REFRESH_MS[discovery] === 0) return 0;
  const written = prometheusDurationMs(text(child(entry, 'refresh_interval')) ?? '');
  return written !== undefined && written > 0 ? written : (REFRESH_MS[discovery] ?? OTHERS_MS);
}

/** The timing of targets of a job. */
export function timingOf(job: ScrapeJob, refresh = 0): TargetTiming {
  return { intervalMs: job.scrapeIntervalMs, timeoutMs: job.scrapeTimeoutMs, refreshMs: refresh };
}

/** How long after Prometheus is ready a target may be unlisted before it is missing. */
export function listedWithinMs({ refreshMs: refresh }: Pick<TargetTiming, 'refreshMs'>): number {
  return HAND_ON_MS + refresh;
}

/**
 * How long after a target is listed its first scrape may take: it comes at an offset within the interval that spreads the load
 * (scrape/target.go), and its answer at most a time-out later. The rest is for a busy machine.
 */
export function scrapedWithinMs({ intervalMs, timeoutMs }: Pick<TargetTiming, 'intervalMs' | 'timeoutMs'>): number {
  return intervalMs + timeoutMs + Math.max(5000, intervalMs / 4);
}
