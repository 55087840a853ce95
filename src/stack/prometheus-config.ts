import { posix } from 'node:path';
import { prometheusDurationMs } from '../model/duration.js';
import type { Mount, PrometheusConfig, RuleGlob, ScrapeJob } from '../model/stack.js';
import type { Located, SourceFile } from '../model/source.js';
import { child, entries, items, text, type YamlNode } from '../model/yaml-node.js';
import type { Files } from '../ports/files.js';
import { glob } from './glob.js';
import { mountFor } from './mounts.js';

const DEFAULT_INTERVAL_MS = 60_000;
const DEFAULT_TIMEOUT_MS = 10_000;

/** Reads what the gate needs of a prometheus.yml; values of the wrong type read as their defaults, the schema reports them. */
export function readPrometheusConfig(
  file: SourceFile,
  root: YamlNode,
  place: { readonly containerPath: string; readonly mounts: readonly Mount[] },
  files: Files,
): PrometheusConfig {
  const scrapeIntervalMs = duration(child(root, 'global', 'scrape_interval')) ?? DEFAULT_INTERVAL_MS;
  const timeoutMs = duration(child(root, 'global', 'scrape_timeout')) ?? Math.min(DEFAULT_TIMEOUT_MS, scrapeIntervalMs);
  return {
    file,
    root,
    scrapeIntervalMs,
    jobs: items(child(root, 'scrape_configs')).flatMap((job) => readJob(job, scrapeIntervalMs, timeoutMs)),
    ruleGlobs: items(child(root, 'rule_files')).flatMap((pattern) => readGlob(pattern, place, files)),
  };
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
        items(child(group, 'targets')).flatMap((target) => {
          const value = text(target);
          return value === undefined ? [] : [{ value, at: target.at }];
        }),
      ),
      discoveries: entries(node).flatMap(([key]) => (key.endsWith('_sd_configs') ? [key] : [])),
      relabels: items(child(node, 'relabel_configs')).length > 0,
    },
  ];
}

function scalar(node: YamlNode | undefined, fallback: string, owner: YamlNode): Located<string> {
  return { value: text(node) ?? fallback, at: node?.at ?? owner.at };
}

/** Relative patterns start at the configuration file, as in Prometheus. */
function readGlob(
  node: YamlNode,
  place: { readonly containerPath: string; readonly mounts: readonly Mount[] },
  files: Files,
): RuleGlob[] {
  const value = text(node);
  if (value === undefined) return [];
  const containerPattern = posix.resolve(posix.dirname(place.containerPath), value);
  const mounted = mountFor(place.mounts, containerPattern);
  const matches = mounted?.hostPath === undefined ? undefined : glob(mounted.hostPath, files);
  return [{ pattern: { value, at: node.at }, containerPattern, matches: mounted ? matches : [] }];
}
