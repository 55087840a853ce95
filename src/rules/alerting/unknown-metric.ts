import { imagesByPrefix } from '../../knowledge/known-images.js';
import type { KnownImage } from '../../knowledge/image.js';
import type { Stack } from '../../model/stack.js';
import { askedSelectors, writtenAt } from '../asked-selectors.js';
import { knownOf } from '../known-service.js';
import type { Problem, StackRule } from '../rule.js';
import { takesOtherSamples } from '../sample-sources.js';
import { scrapedServices } from '../scraped-ports.js';
import { recordedMetrics } from '../stack-rules.js';
import { resolvedTargets } from '../target-problems.js';

/** What may give metrics of any name: collectors, gateways, translators, applications. */
const ANY_ROLE = new Set(['pushgateway', 'tool', 'tracing', 'app', 'base', 'proxy']);
const ANY_NAME = new Set(['statsd-exporter', 'graphite-exporter', 'thanos', 'mimir', 'vmagent', 'victoria-metrics']);

/** Metrics of an exporter that is not scraped. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'alerting/unknown-metric',
  severity: 'notice',
  summary: 'a rule or a panel asks for a metric of an exporter that the stack does not scrape',
  why: 'Names of metrics start with the name of their exporter. When everything that is scraped is known, and none of it has such names, the expression gives nothing.',
  remedy: 'add the exporter to the stack and scrape it, or remove the expression',
  check(stack) {
    const images = scrapedImages(stack);
    if (!images) return [];
    const judged = new Map<string, readonly KnownImage[]>();
    const problems: Problem[] = [];
    for (const selector of askedSelectors(stack)) {
      const { metric } = selector;
      if (metric === undefined) continue;
      let owners = judged.get(metric);
      if (!owners) judged.set(metric, (owners = missing(stack, metric, images)));
      const [owner] = owners;
      const at = owner && writtenAt(selector, selector.start, selector.start + metric.length);
      if (!owner || !at) continue;
      const service = stack.project.services.find((one) => owners.some(({ name }) => knownOf(one)?.name === name));
      problems.push({
        message: `${selector.owner()} asks for ${metric}, a metric of ${owner.title}, which ${service ? `no scrape job asks, though it is service "${service.name}"` : 'the stack does not have'}`,
        at,
        help: service
          ? `add a scrape job for service "${service.name}"`
          : `add a service with the image ${owner.repositories[0] ?? owner.title} and a scrape job for it, or remove the expression`,
        ...(service ? { related: [{ message: 'the service', at: service.at }] } : {}),
      });
    }
    return problems;
  },
};

/** Names of the images that are scraped; undefined when something is scraped that may give metrics of any name. */
function scrapedImages(stack: Stack): ReadonlySet<string> | undefined {
  if (takesOtherSamples(stack)) return undefined;
  const jobs = stack.prometheus?.config?.jobs ?? [];
  if (jobs.some(({ discoveries }) => discoveries.some((key) => key !== 'file_sd_configs'))) return undefined;
  const scraped = scrapedServices(stack);
  if (scraped.length === 0 || scraped.length !== resolvedTargets(stack).length) return undefined;
  for (const { image, scraped: target, listens } of scraped) {
    // Another path may be that of a federation.
    if (ANY_ROLE.has(image.role) || ANY_NAME.has(image.name) || listens?.metrics !== target.metricsPath)
      return undefined;
  }
  return new Set(scraped.map(({ image }) => image.name));
}

/** The images that have metrics of such a name, when none of them is scraped. */
function missing(stack: Stack, metric: string, images: ReadonlySet<string>): readonly KnownImage[] {
  if (metric.includes(':') || recordedMetrics(stack).has(metric)) return [];
  const owners = imagesByPrefix().filter(({ prefixes }) => prefixes.some((prefix) => metric.startsWith(prefix)));
  return owners.some(({ image }) => images.has(image.name)) ? [] : owners.map(({ image }) => image);
}
