import type { Document } from '../../model/document.js';
import { prometheusDurationMs } from '../../model/duration.js';
import { child, items, text, type YamlNode } from '../../model/yaml-node.js';
import type { DocumentRule, Problem } from '../rule.js';

const DEFAULT_INTERVAL_MS = 60_000;

/** A scrape_timeout that is longer than the interval; an inherited one is cut to the interval by Prometheus itself. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus'],
  code: 'prometheus/timeout-over-interval',
  severity: 'error',
  summary: 'scrape_timeout is longer than scrape_interval',
  why: 'Prometheus refuses a configuration in which a scrape may take longer than the time to the next one.',
  remedy: 'make scrape_timeout at most as long as scrape_interval',
  check(document) {
    const global = child(document.root, 'global');
    const globalMs = intervalOf(global) ?? DEFAULT_INTERVAL_MS;
    return [
      ...problem(global, globalMs, 'global'),
      ...jobsOf(document).flatMap((job) =>
        problem(job, intervalOf(job) ?? globalMs, `scrape job "${text(child(job, 'job_name')) ?? ''}"`),
      ),
    ];
  },
};

/** Scrape jobs of a prometheus.yml and of the files that it includes. */
function jobsOf({ root, included }: Document): YamlNode[] {
  return [root, ...included.map((document) => document.root)].flatMap((one) => items(child(one, 'scrape_configs')));
}

/** Zero stands for the inherited interval, as no interval does. */
function intervalOf(owner: YamlNode | undefined): number | undefined {
  const ms = prometheusDurationMs(text(child(owner, 'scrape_interval')) ?? '');
  return ms === 0 ? undefined : ms;
}

function problem(owner: YamlNode | undefined, intervalMs: number, where: string): Problem[] {
  const timeout = child(owner, 'scrape_timeout');
  const written = text(timeout) ?? '';
  if (!timeout || (prometheusDurationMs(written) ?? 0) <= intervalMs) return [];
  const interval = `${String(intervalMs / 1000)}s`;
  return [
    {
      message: `scrape_timeout of ${where} is "${written}", longer than its scrape_interval of ${interval}`,
      at: timeout.at,
    },
  ];
}
