import { child, keyRange } from '../../model/yaml-node.js';
import { documentStart } from '../schema-problems.js';
import type { StackRule } from '../rule.js';

/** A prometheus.yml that names no target at all. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/nothing-to-scrape',
  severity: 'error',
  summary: 'prometheus.yml names no target',
  why: 'Without a target Prometheus scrapes nothing: zero evidence never passes.',
  remedy: 'add a scrape job with the services of the stack as its targets',
  check(stack) {
    const config = stack.prometheus?.config;
    // What could not be read may well have it.
    if (stack.problems.some(({ severity }) => severity === 'error')) return [];
    if (!config || config.jobs.some((job) => job.staticTargets.length > 0 || job.discoveries.length > 0)) return [];
    if (child(config.root, 'scrape_config_files') !== undefined) return [];
    return [
      {
        message: 'no scrape job of prometheus.yml names a target',
        at: keyRange(config.root, 'scrape_configs') ?? documentStart(config.root),
      },
    ];
  },
};
