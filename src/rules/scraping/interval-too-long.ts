import { prometheusDurationMs } from '../../model/duration.js';
import { flag } from '../../model/service-flags.js';
import { child, text } from '../../model/yaml-node.js';
import type { Problem, StackRule } from '../rule.js';

const DEFAULT_LOOKBACK_MS = 300_000;

/** Scrape intervals beyond which series have gaps. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'scraping/interval-too-long',
  severity: 'warning',
  summary: 'a scrape_interval as long as the time for which Prometheus looks back, or longer',
  why: 'A query takes the last sample of the past five minutes (--query.lookback-delta). With an interval that long a series is gone before the next sample comes: graphs have gaps, and alerts resolve and fire in turn.',
  remedy: 'scrape at least every two minutes, so that one failed scrape leaves no gap',
  check(stack) {
    const { config, service } = stack.prometheus ?? {};
    if (!config || !service) return [];
    const written = flag(service, 'query.lookback-delta')?.value;
    const lookbackMs = (written === undefined ? undefined : prometheusDurationMs(written)) ?? DEFAULT_LOOKBACK_MS;
    const inherited = config.jobs.some(({ node }) => child(node, 'scrape_interval') === undefined);
    const owners = [
      ...(inherited ? [{ node: child(config.root, 'global'), name: 'global' }] : []),
      ...config.jobs.map(({ node, name }) => ({ node, name: `scrape job "${name.value}"` })),
    ];
    return owners.flatMap(({ node, name }): Problem[] => {
      const interval = child(node, 'scrape_interval');
      const value = text(interval) ?? '';
      if (!interval || (prometheusDurationMs(value) ?? 0) < lookbackMs) return [];
      return [
        {
          message: `scrape_interval of ${name} is "${value}", and queries look back ${String(lookbackMs / 1000)}s only: its series have gaps`,
          at: interval.at,
        },
      ];
    });
  },
};
