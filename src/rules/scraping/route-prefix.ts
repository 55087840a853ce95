import { routePrefix } from '../../model/route-prefix.js';
import { child } from '../../model/yaml-node.js';
import { serverTitle } from '../image-facts.js';
import { hasOneTarget, replacePath } from '../metrics-path-edits.js';
import type { StackRule } from '../rule.js';
import { eachScraped } from '../scraped-ports.js';
import { askedPath, PREFIXED } from '../served-path.js';

/** Servers below a route prefix that are scraped without it. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'scraping/route-prefix',
  severity: 'error',
  summary: 'a server below a route prefix is scraped without the prefix',
  why: 'With --web.route-prefix, or a path in --web.external-url, every path of Prometheus, Alertmanager or the Pushgateway starts with it, that of the metrics too. Without it the answer is 404.',
  remedy: 'write the prefix before the path in metrics_path',
  check: (stack) =>
    eachScraped(stack, ({ job, target, service, image, scraped }, { metrics }) => {
      const prefix = PREFIXED.has(image.name) && metrics !== undefined ? routePrefix(service) : undefined;
      if (!prefix || prefix.value === '') return undefined;
      const path = askedPath(scraped.metricsPath);
      if (path === prefix.value || path.startsWith(`${prefix.value}/`)) return undefined;
      // The root leads to the prefix.
      const certain = serverTitle(service) !== undefined && path !== '/';
      const right = `${prefix.value}${path === '/' ? (metrics ?? '/metrics') : path}`;
      const byJob = scraped.metricsPath === job.metricsPath.value;
      const isWritten = byJob && child(job.node, 'metrics_path') !== undefined;
      return {
        message: `scrape job "${job.name.value}" asks ${target.value} for "${path}", but the paths of ${image.title} start with "${prefix.value}"`,
        ...(isWritten && hasOneTarget(job) ? { at: job.metricsPath.at } : {}),
        help: `write metrics_path: ${right}`,
        related: [{ message: `the prefix of service "${service.name}"`, at: prefix.at }],
        fix: byJob && hasOneTarget(job) ? replacePath(job, right, 'safe') : undefined,
        ...(certain ? {} : { severity: 'warning' as const }),
      };
    }),
};
