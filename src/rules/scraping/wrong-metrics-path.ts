import { child } from '../../model/yaml-node.js';
import { routePrefix } from '../../model/route-prefix.js';
import { flag } from '../../model/service-flags.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { HEALTH_PATH } from '../health-path.js';
import { hasOneTarget, replacePath } from '../metrics-path-edits.js';
import type { StackRule } from '../rule.js';
import { eachScraped, mayBeTold } from '../scraped-ports.js';
import { askedPath, PREFIXED } from '../served-path.js';

/** Paths that exporters serve besides: of one target in many, of a federation, of an API. */
const OTHERS = /(?:^|\/)(?:probe|scrape|snmp|federate|api|integrations|debug)(?:\/|$)|metrics\/|\/metrics/i;
/** Flags and variables that move the path. */
const MOVES =
  /telemetry.?path|metrics.?path|prometheus.?endpoint|path.?prefix|base.?path|sub.?path|relative.?path|root.?url|context|route.?prefix/i;

/** Jobs that ask a known program for metrics at a path that it does not have. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'scraping/wrong-metrics-path',
  severity: 'warning',
  summary: 'a scrape job asks a known program at another path than that of its metrics',
  why: 'Each program serves its metrics at one path, most at /metrics. At others it answers "not found" or a page, and the target is down.',
  remedy: 'write the path of the metrics in metrics_path',
  check: (stack) =>
    eachScraped(stack, ({ job, target, service, image, scraped }, { metrics, all_paths: anyPath }) => {
      if (metrics === undefined || anyPath === true) return undefined;
      const path = askedPath(scraped.metricsPath);
      const right = servedPath(stack, service, image.name, metrics);
      if (right === undefined || isSame(path, right) || /[?#]/.test(path)) return undefined;
      // Health endpoints and prefixes have rules of their own.
      if (HEALTH_PATH.test(path) || (OTHERS.test(path) && path !== '/metrics')) return undefined;
      const byJob = scraped.metricsPath === job.metricsPath.value;
      const one = byJob && hasOneTarget(job);
      const written = child(job.node, 'metrics_path') !== undefined;
      return {
        message: `scrape job "${job.name.value}" asks ${target.value} for "${path}"${written || !byJob ? '' : ' by default'}; ${image.title} serves its metrics at "${right}"`,
        ...(one && written ? { at: job.metricsPath.at } : {}),
        help: `write metrics_path: ${right}`,
        related: [{ message: `the image of service "${service.name}"`, at: service.image?.at ?? service.at }],
        fix: one ? replacePath(job, right, 'safe') : undefined,
      };
    }),
};

/** Where the program serves its metrics; undefined when something may have moved it. */
function servedPath(stack: Stack, service: ComposeService, name: string, metrics: string): string | undefined {
  const moved = flag(service, 'web.telemetry-path')?.value;
  if (moved !== undefined) return askedPath(moved);
  // A prefix has a rule of its own.
  if (PREFIXED.has(name) && routePrefix(service)?.value !== '') return undefined;
  return mayBeTold(stack, service, MOVES) ? undefined : metrics;
}

function isSame(path: string, right: string): boolean {
  return path.replace(/\/+$/, '') === right.replace(/\/+$/, '');
}
