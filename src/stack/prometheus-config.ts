import type { Document } from '../model/document.js';
import { prometheusDurationMs } from '../model/duration.js';
import type { PrometheusConfig, ScrapeJob } from '../model/stack.js';
import type { Located, SourceFile } from '../model/source.js';
import { child, entries, items, located, text, type YamlNode } from '../model/yaml-node.js';

const DEFAULT_INTERVAL_MS = 60_000;
const DEFAULT_TIMEOUT_MS = 10_000;

/**
 * Reads what the gate needs of a prometheus.yml and of the files of scrape jobs that it includes; values of the wrong type read
 * as their defaults, the schema reports them.
 */
export function readPrometheusConfig(
  file: SourceFile,
  root: YamlNode,
  documents: readonly Document[],
): PrometheusConfig {
  const scrapeIntervalMs = duration(child(root, 'global', 'scrape_interval')) ?? DEFAULT_INTERVAL_MS;
  const timeoutMs = duration(child(root, 'global', 'scrape_timeout')) ?? Math.min(DEFAULT_TIMEOUT_MS, scrapeIntervalMs);
  const roots = [root, ...documents.filter(({ kind }) => kind === 'scrape-configs').map((document) => document.root)];
  const jobs = roots.flatMap((one) => items(child(one, 'scrape_configs')));
  return { file, root, scrapeIntervalMs, jobs: jobs.flatMap((job) => readJob(job, scrapeIntervalMs, timeoutMs)) };
}

function duration(node: YamlNode | undefined): number | undefined {
  const written = text(node);
  return written === undefined ? undefined : prometheusDurationMs(written);
}

function readJob(node: YamlNode, intervalMs: number, timeoutMs: number): ScrapeJob[] {
  if (node.kind !== 'mapping') return [];
  const scrapeIntervalMs = duration(child(node, 'scrape_interval')) ?? intervalMs;
  return [
    {
      name: scalar(child(node, 'job_name'), '', node),
      node,
      metricsPath: scalar(child(node, 'metrics_path'), '/metrics', node),
      scheme: text(child(node, 'scheme')) ?? 'http',
      scrapeIntervalMs,
      scrapeTimeoutMs: duration(child(node, 'scrape_timeout')) ?? Math.min(timeoutMs, scrapeIntervalMs),
      staticTargets: items(child(node, 'static_configs')).flatMap((group) =>
        items(child(group, 'targets')).flatMap((target) => located(target) ?? []),
      ),
      discoveries: entries(node).flatMap(([key]) => (key.endsWith('_sd_configs') ? [key] : [])),
      relabels: items(child(node, 'relabel_configs')).length > 0,
    },
  ];
}

function scalar(node: YamlNode | undefined, fallback: string, owner: YamlNode): Located<string> {
  return { value: text(node) ?? fallback, at: node?.at ?? owner.at };
}
