import { child } from '../../model/yaml-node.js';
import type { ScrapeJob, Stack } from '../../model/stack.js';
import { serverTitle } from '../image-facts.js';
import { insertLine } from '../metrics-path-edits.js';
import { replaceWithin } from '../edits.js';
import type { ProblemFix, StackRule } from '../rule.js';
import { scrapedServices } from '../scraped-ports.js';

/** Servers that answer 404 at every path that is not theirs; seen with the real ones. */
const STRICT = new Set(['prometheus', 'alertmanager']);

/** Paths of metrics with parameters behind a question mark. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'scraping/query-in-path',
  severity: 'warning',
  summary: 'a metrics_path with parameters in it',
  why: 'Prometheus takes metrics_path for a path and nothing else: the question mark is sent as %3F, and the service is asked for a path that hardly any has. Parameters belong in params.',
  remedy: 'move what is behind the question mark to params of the scrape job',
  check: (stack) =>
    (stack.prometheus?.config?.jobs ?? []).flatMap((job) => {
      const { value, at } = job.metricsPath;
      const [path = '', query] = value.split('?', 2);
      if (query === undefined) return [];
      const sent = value.replaceAll('?', '%3F');
      return [
        {
          message: `metrics_path "${value}" of scrape job "${job.name.value}" has parameters in it, which Prometheus sends as a part of the path: "${sent}"`,
          at,
          help: `write metrics_path: ${path === '' ? '/metrics' : path}${query === '' ? '' : ` and ${paramsOf(query) ?? 'params'}`}`,
          subject: { job: job.name.value },
          fix: split(job, path, query),
          ...(isStrict(stack, job) ? { severity: 'error' as const } : {}),
        },
      ];
    }),
};

/** Whether all that the job asks certainly answers 404; relabelling may still change the path. */
function isStrict(stack: Stack, job: ScrapeJob): boolean {
  const own = scrapedServices(stack).filter((one) => one.job === job);
  if (own.length === 0 || own.length < job.staticTargets.length || job.discoveries.length > 0) return false;
  return own.every(
    ({ image, service, scraped, listens }) =>
      STRICT.has(image.name) &&
      listens?.metrics !== undefined &&
      serverTitle(service) !== undefined &&
      scraped.metricsPath === job.metricsPath.value,
  );
}

/** The parameters as `params` of a job; undefined where they are not plain words. */
function paramsOf(query: string): string | undefined {
  const pairs = query.split('&').map((pair) => /^([\w.[\]-]+)=([\w.:/-]+)$/.exec(pair));
  if (pairs.some((pair) => pair === null)) return undefined;
  const names = new Map<string, string[]>();
  for (const pair of pairs) names.set(pair?.[1] ?? '', [...(names.get(pair?.[1] ?? '') ?? []), pair?.[2] ?? '']);
  return `params: { ${[...names].map(([name, values]) => `'${name}': [${values.map((one) => `'${one}'`).join(', ')}]`).join(', ')} }`;
}

function split(job: ScrapeJob, path: string, query: string): ProblemFix | undefined {
  const params = paramsOf(query);
  const added = params === undefined || child(job.node, 'params') ? undefined : insertLine(job, params, 'suggested');
  const cut = replaceWithin(job.metricsPath.at, `${path}?${query}`, path === '' ? '/metrics' : path);
  return added && cut && { ...added, title: `move the parameters to ${params ?? ''}`, edits: [...added.edits, cut] };
}
