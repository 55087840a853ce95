import { prometheusDurationMs } from '../../model/duration.js';
import { child, text, type YamlNode } from '../../model/yaml-node.js';
import type { Problem, StaticRule } from '../rule.js';

const GLOBAL = ['scrape_interval', 'scrape_timeout', 'evaluation_interval', 'rule_query_offset'];
const JOB = ['scrape_interval', 'scrape_timeout'];

/** Durations that Prometheus cannot read. */
export const rule: StaticRule = {
  scope: 'static',
  code: 'prometheus/invalid-duration',
  severity: 'error',
  summary: 'a duration that Prometheus cannot read',
  why: 'A Prometheus duration is whole numbers with units, from large to small: 1h30m, 15s, 500ms. Prometheus refuses to start on anything else.',
  remedy: 'write whole numbers with units from large to small, such as 15s or 1m30s',
  check(stack) {
    const config = stack.prometheus?.config;
    if (!config) return [];
    const inGlobal = badDurations(child(config.root, 'global'), GLOBAL, 'global');
    return [
      ...inGlobal,
      ...config.jobs.flatMap((job) => badDurations(job.node, JOB, `scrape job "${job.name.value}"`)),
    ];
  },
};

function badDurations(node: YamlNode | undefined, keys: readonly string[], where: string): Problem[] {
  return keys.flatMap((key) => {
    const value = child(node, key);
    const written = text(value);
    if (value === undefined || written === undefined || prometheusDurationMs(written) !== undefined) return [];
    return [{ message: `${key} of ${where} is "${written}", expected a duration such as 15s or 1m30s`, at: value.at }];
  });
}
