import { namespaceOf, networkView } from '../../model/network-view.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { child } from '../../model/yaml-node.js';
import { knownOf } from '../known-service.js';
import { listeningPorts, type ListeningPort } from '../listening-ports.js';
import { oneShot } from '../one-shot.js';
import type { Problem, StackRule } from '../rule.js';
import { hasCollector, hasUnseenFiles } from '../sample-sources.js';
import { isPrometheusServer } from '../server-roles.js';
import { targetsInside } from '../target-problems.js';

/** Services with metrics that nobody scrapes. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'scraping/not-scraped',
  severity: 'notice',
  summary: 'a service has metrics, and no scrape job asks for them',
  why: 'The program of the image serves metrics without further ado, on a network that Prometheus is on. An exporter that nobody scrapes is of no use at all.',
  remedy: 'add a scrape job for the service, or remove it if it was only there for that',
  check(stack) {
    const config = stack.prometheus?.config;
    if (!config || stack.problems.some(({ severity }) => severity === 'error') || mayBeElsewhere(stack)) return [];
    const scraped = scrapedNow(stack);
    return stack.project.services.flatMap((service) => judge(stack, service, scraped));
  },
};

/** Targets that are found when the stack runs, or files and collectors that nobody reads here. */
function mayBeElsewhere(stack: Stack): boolean {
  const jobs = stack.prometheus?.config?.jobs ?? [];
  const dynamic = jobs.some(({ discoveries }) => discoveries.some((key) => key !== 'file_sd_configs'));
  return (
    dynamic ||
    hasUnseenFiles(stack) ||
    hasCollector(stack) ||
    stack.project.services.filter((one) => isPrometheusServer(stack, one)).length > 1
  );
}

function scrapedNow(stack: Stack): ReadonlySet<ComposeService> {
  const scraped = new Set<ComposeService>();
  for (const { meaning } of targetsInside(stack))
    if ('service' in meaning && !scraped.has(meaning.service))
      for (const one of namespaceOf(stack, networkView(stack, meaning.service).owner)) scraped.add(one);
  return scraped;
}

function judge(stack: Stack, service: ComposeService, scraped: ReadonlySet<ComposeService>): Problem[] {
  if (scraped.has(service) || service === stack.prometheus?.service || oneShot(service)) return [];
  const port = listeningPorts(service).find((one) => isOpen(one));
  const image = port && knownOf(service);
  if (!image || !isReached(stack, service)) return [];
  return [
    {
      message: `no scrape job asks ${image.title}, service "${service.name}", for the metrics that it serves on port ${String(port.port)} at "${port.metrics ?? ''}"`,
      at: service.at,
      help: `add a scrape job with the target "${service.name}:${String(port.port)}"${port.metrics === '/metrics' ? '' : ` and metrics_path: ${port.metrics ?? ''}`}`,
      subject: { service: service.name },
      related: stack.prometheus?.config ? [{ message: 'the scrape jobs', at: jobsAt(stack) }] : [],
    },
  ];
}

function isOpen({ metrics, loopback, moved }: ListeningPort): boolean {
  return metrics !== undefined && (loopback !== true || moved);
}

function isReached(stack: Stack, service: ComposeService): boolean {
  const from = stack.prometheus?.service;
  if (!from || service.networkMode || from.networkMode) return false;
  return [...from.networks.keys()].some((network) => service.networks.has(network));
}

function jobsAt(stack: Stack): Problem['at'] & object {
  const config = stack.prometheus?.config;
  const node = child(config?.root, 'scrape_configs') ?? config?.root;
  return node?.at ?? stack.project.root.at;
}
