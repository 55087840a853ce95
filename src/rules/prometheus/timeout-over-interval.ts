import { prometheusDurationMs } from '../../model/duration.js';
import { child, text, type YamlNode } from '../../model/yaml-node.js';
import type { StaticRule } from '../rule.js';

/** A scrape_timeout that is longer than the interval; an inherited one is cut to the interval by Prometheus itself. */
export const rule: StaticRule = {
  scope: 'static',
  code: 'prometheus/timeout-over-interval',
  severity: 'error',
  summary: 'scrape_timeout is longer than scrape_interval',
  why: 'Prometheus refuses a configuration in which a scrape may take longer than the time to the next one.',
  remedy: 'make scrape_timeout at most as long as scrape_interval',
  check(stack) {
    const config = stack.prometheus?.config;
    if (!config) return [];
    const places = [
      { where: 'global', timeout: child(config.root, 'global', 'scrape_timeout'), intervalMs: config.scrapeIntervalMs },
      ...config.jobs.map((job) => ({
        where: `scrape job "${job.name.value}"`,
        timeout: child(job.node, 'scrape_timeout'),
        intervalMs: job.scrapeIntervalMs,
      })),
    ];
    return places.flatMap(({ where, timeout, intervalMs }) =>
      timeout && (durationOf(timeout) ?? 0) > intervalMs
        ? [
            {
              message: `scrape_timeout of ${where} is "${text(timeout) ?? ''}", longer than its scrape_interval of ${String(intervalMs / 1000)}s`,
              at: timeout.at,
            },
          ]
        : [],
    );
  },
};

function durationOf(node: YamlNode): number | undefined {
  return prometheusDurationMs(text(node) ?? '');
}
