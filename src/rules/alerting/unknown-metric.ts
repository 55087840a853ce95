import { imagesByPrefix } from '../../knowledge/known-images.js';
import type { KnownImage } from '../../knowledge/image.js';
import type { SourceRange } from '../../model/source.js';
import type { Stack } from '../../model/stack.js';
import { askedExpressions, writtenAt, type AskedExpression } from '../asked-selectors.js';
import { knownOf } from '../known-service.js';
import type { Problem, StackRule } from '../rule.js';
import { hasCollector, takesOtherSamples } from '../sample-sources.js';
import { scrapedServices } from '../scraped-ports.js';
import { recordedMetrics } from '../stack-rules.js';
import { askedPath } from '../served-path.js';
import { resolvedTargets, targetsInside } from '../target-problems.js';
import { usesProxy } from '../target-endpoints.js';

/** What gives metrics of any name: gateways, translators, servers that hand on what they have. */
const ANY_ROLE = new Set(['pushgateway', 'tool', 'tracing']);
const ANY_NAME = new Set(['statsd-exporter', 'graphite-exporter', 'thanos', 'mimir', 'vmagent', 'victoria-metrics']);
/** What may have metrics of its own, beside those that its image has. */
const APPLICATION = new Set(['app', 'base', 'proxy']);
/** Exporters whose names no application gives to its own metrics, as many do with `redis_` for their connections. */
const UNMISTAKABLE = new Set(['node-exporter', 'cadvisor', 'dcgm-exporter', 'process-exporter']);

/** Metrics of an exporter that is not scraped. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'alerting/unknown-metric',
  severity: 'notice',
  summary: 'a rule or a panel asks for a metric of an exporter that the stack does not scrape',
  why: 'Names of metrics start with the name of their exporter. When everything that is scraped is known, and none of it has such names, the expression gives nothing.',
  remedy: 'add the exporter to the stack and scrape it, or remove the expression',
  check(stack) {
    const scraped = whatIsScraped(stack);
    if (!scraped) return [];
    const judged = new Map<string, readonly KnownImage[]>();
    return askedExpressions(stack).flatMap((asked) =>
      asked.selectors.flatMap(({ metric, start }): Problem[] => {
        if (metric === undefined) return [];
        let owners = judged.get(metric);
        if (!owners) judged.set(metric, (owners = missing(stack, metric, scraped)));
        const [owner] = owners;
        const at = owner && writtenAt(asked, start, start + metric.length);
        return owner && at ? [problem(stack, asked, metric, owners, owner, at)] : [];
      }),
    );
  },
};

function problem(
  stack: Stack,
  asked: AskedExpression,
  metric: string,
  owners: readonly KnownImage[],
  owner: KnownImage,
  at: SourceRange,
): Problem {
  const service = stack.project.services.find((one) => owners.some(({ name }) => knownOf(one)?.name === name));
  const which = service ? `no scrape job asks, though it is service "${service.name}"` : 'the stack does not have';
  return {
    message: `${asked.owner()} asks for ${metric}, a metric of ${owner.title}, which ${which}`,
    at,
    help: service
      ? `add a scrape job for service "${service.name}"`
      : `add a service with the image ${owner.repositories[0] ?? owner.title} and a scrape job for it, or remove the expression`,
    ...(service ? { related: [{ message: 'the service', at: service.at }] } : {}),
  };
}

/** What is scraped. */
interface Scraped {
  /** Names of the images. */
  readonly images: ReadonlySet<string>;
  /** There are applications among it, whose metrics are not known. */
  readonly applications: boolean;
}

/** Undefined when something is scraped that may give metrics of any name. */
function whatIsScraped(stack: Stack): Scraped | undefined {
  if (takesOtherSamples(stack) || hasCollector(stack)) return undefined;
  const jobs = stack.prometheus?.config?.jobs ?? [];
  if (jobs.some(({ discoveries }) => discoveries.some((key) => key !== 'file_sd_configs'))) return undefined;
  if (jobs.some(({ node }) => usesProxy(node) || node.entries.has('honor_labels'))) return undefined;
  const targets = targetsInside(stack);
  // Nobody knows what is outside.
  if (targets.length < resolvedTargets(stack).length) return undefined;
  const known = new Map(scrapedServices(stack).map((one) => [one.scraped, one]));
  const images = new Set<string>();
  let applications = false;
  for (const { scraped, meaning } of targets) {
    const one = known.get(scraped);
    if (!one && (meaning.kind !== 'service' || knownOf(meaning.service))) return undefined;
    if (!one) applications = true;
    else if (ANY_ROLE.has(one.image.role) || ANY_NAME.has(one.image.name)) return undefined;
    // Another path may be that of a federation.
    else if (one.listens?.metrics !== askedPath(scraped.metricsPath)) return undefined;
    else {
      images.add(one.image.name);
      applications ||= APPLICATION.has(one.image.role);
    }
  }
  return images.size > 0 || applications ? { images, applications } : undefined;
}

/** The images that have metrics of such a name, when none of them is scraped. */
function missing(stack: Stack, metric: string, { images, applications }: Scraped): readonly KnownImage[] {
  if (metric.includes(':') || recordedMetrics(stack).has(metric)) return [];
  const owners = imagesByPrefix().filter(({ prefixes }) => prefixes.some((prefix) => metric.startsWith(prefix)));
  if (owners.some(({ name }) => images.has(name))) return [];
  if (applications && !owners.every(({ name }) => UNMISTAKABLE.has(name))) return [];
  return owners.map(({ image }) => image());
}
