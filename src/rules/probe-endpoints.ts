import { scrapeTargets, type ScrapeTarget } from '../discovery/scrape-targets.js';
import { meaningOfHost, splitAddress } from '../model/address.js';
import type { ComposeService, Stack } from '../model/stack.js';
import { child, text, type YamlNode } from '../model/yaml-node.js';
import { endpointOf, type Endpoint } from './endpoint.js';
import { knownOf } from './known-service.js';
import { imageName } from '../model/service-flags.js';

/** What blackbox exporters of the stack are made to probe, after relabelling: they ask, not Prometheus. */
export function probeEndpoints(stack: Stack): Endpoint[] {
  const probers = new Map<string, ComposeService | undefined>();
  return scrapeTargets(stack).flatMap((target) => {
    const probed = target.droppedBy ? undefined : target.labels?.get('__param_target');
    if (probed === undefined || probed === '' || target.metricsPath !== '/probe') return [];
    if (!probers.has(target.address)) probers.set(target.address, proberAt(stack, target.address));
    const asker = probers.get(target.address);
    const module = asker && moduleOf(stack, asker, target.labels?.get('__param_module') ?? 'http_2xx');
    if (!asker || !module || module.isProxied) return [];
    const endpoint = endpointOf(stack, {
      asker,
      askerTitle: 'blackbox exporter',
      label: `probe of "${target.written.value}" in scrape job "${target.job.name.value}"`,
      at: target.written.at,
      subject: { job: target.job.name.value, target: target.written.value },
      address: probed,
      defaultPort: module.prober === 'http' ? 80 : undefined,
      wants: module.prober === 'http' ? 'http' : 'any',
    });
    if (!endpoint) return [];
    // An echo request has no port.
    const port = module.prober === 'icmp' ? undefined : endpoint.port;
    return [{ ...endpoint, port, written: asWritten(endpoint, target, probed) }];
  });
}

function asWritten(endpoint: Endpoint, { written }: ScrapeTarget, probed: string): Endpoint['written'] {
  return written.value === probed ? endpoint.written : undefined;
}

function proberAt(stack: Stack, address: string): ComposeService | undefined {
  const host = splitAddress(address)?.host;
  const from = stack.prometheus?.service;
  const meaning = host === undefined || !from ? undefined : meaningOfHost(stack, from, host);
  if (meaning?.kind !== 'service') return undefined;
  return isBlackbox(meaning.service) ? meaning.service : undefined;
}

/** Whether a service is a blackbox exporter, by its image. */
export function isBlackbox(service: ComposeService): boolean {
  if (knownOf(service)?.name === 'blackbox-exporter') return true;
  return /^blackbox[-_]exporter$/.test(imageName(service.image?.value ?? ''));
}

interface Module {
  readonly prober: string | undefined;
  readonly isProxied: boolean;
}

/** The module by the exporter's configuration; by its usual name when that is the image's own. */
function moduleOf(stack: Stack, { name }: ComposeService, module: string): Module | undefined {
  const config = stack.documents.find(({ kind, place }) => kind === 'blackbox' && place.service === name);
  const node = child(config?.root, 'modules', module);
  if (config && !node) return undefined;
  const prober = config ? text(child(node, 'prober')) : /^(http|tcp|icmp|dns)/.exec(module)?.[1];
  return { prober, isProxied: config !== undefined && hasProxy(node, prober ?? '') };
}

function hasProxy(node: YamlNode | undefined, prober: string): boolean {
  const settings = child(node, prober);
  return ['proxy_url', 'proxy_from_environment'].some((key) => child(settings, key) !== undefined);
}
