import { filesOfTargets } from '../discovery/scrape-targets.js';
import { isKept, relabel, relabelSteps, type RelabelStep } from '../discovery/relabel.js';
import type { Stack } from '../model/stack.js';
import { child, items, text, type YamlNode } from '../model/yaml-node.js';
import { endpointOf, publicPart, type Endpoint } from './endpoint.js';
import { usesProxy } from './target-endpoints.js';

/** Every address that a prometheus.yml names besides scrape targets. */
export function prometheusEndpoints(stack: Stack): Endpoint[] {
  const root = stack.prometheus?.config?.root;
  if (!root) return [];
  return [
    ...items(child(root, 'alerting', 'alertmanagers')).flatMap((entry) => alertmanagersOf(stack, entry)),
    ...(['remote_write', 'remote_read'] as const).flatMap((key) =>
      remotesOf(stack, key).map(({ endpoint }) => endpoint),
    ),
    ...tracing(stack, child(root, 'tracing')),
    ...proxies(stack, root),
  ];
}

function ofPrometheus(
  stack: Stack,
  node: YamlNode | undefined,
  label: string,
  options: { readonly address?: string; readonly defaultPort?: number; readonly subject?: Endpoint['subject'] } = {},
): Endpoint[] {
  const asker = stack.prometheus?.service;
  const written = text(node);
  if (!asker || !node || written === undefined || written === '') return [];
  const { address = written, defaultPort, subject = { service: asker.name } } = options;
  const found = endpointOf(stack, {
    asker,
    askerTitle: 'Prometheus',
    label,
    at: node.at,
    subject,
    address,
    defaultPort,
  });
  // What relabelling made does not stand in the file.
  return found ? [address === written ? found : { ...found, written: undefined }] : [];
}

/** Addresses of Alertmanagers, after relabelling, from the configuration and from files. */
export function alertmanagersOf(stack: Stack, entry: YamlNode): Endpoint[] {
  if (usesProxy(entry)) return [];
  const steps = relabelSteps(child(entry, 'relabel_configs'));
  const scheme = text(child(entry, 'scheme')) ?? 'http';
  const files = stack.documents.filter(({ kind }) => kind === 'target-groups');
  const listed = filesOfTargets(child(entry, 'file_sd_configs'), files).flatMap(({ root }) => items(root));
  const groups = [...items(child(entry, 'static_configs')), ...listed];
  return groups.flatMap((group) =>
    items(child(group, 'targets')).flatMap((target) => {
      const written = text(target);
      const address = written === undefined ? undefined : relabelled(written, scheme, steps);
      if (written === undefined || address === undefined) return [];
      return ofPrometheus(stack, target, `alertmanager "${written}"`, {
        address,
        defaultPort: scheme === 'https' ? 443 : 80,
      });
    }),
  );
}

function relabelled(address: string, scheme: string, steps: readonly RelabelStep[]): string | undefined {
  if (steps.length === 0) return address;
  try {
    const labels = relabel(
      new Map([
        ['__address__', address],
        ['__scheme__', scheme],
      ]),
      steps,
    );
    return isKept(labels) ? labels.get('__address__') : undefined;
  } catch {
    // A pattern that does not compile has its own finding.
    return undefined;
  }
}

/** The remote storages that Prometheus asks itself, with the URL of each. */
export function remotesOf(
  stack: Stack,
  key: 'remote_write' | 'remote_read',
): { readonly endpoint: Endpoint; readonly url: string }[] {
  return items(child(stack.prometheus?.config?.root, key)).flatMap((node) => {
    const value = child(node, 'url');
    const url = text(value) ?? '';
    if (usesProxy(node)) return [];
    return ofPrometheus(stack, value, `url "${publicPart(url)}" of ${key}`).map((endpoint) => ({ endpoint, url }));
  });
}

/** OTLP by gRPC or HTTP: a bare HOST:PORT. */
function tracing(stack: Stack, node: YamlNode | undefined): Endpoint[] {
  const endpoint = child(node, 'endpoint');
  return ofPrometheus(stack, endpoint, `endpoint "${text(endpoint) ?? ''}" of tracing`).map((one) => ({
    ...one,
    wants: 'any',
  }));
}

/** Proxies of jobs, Alertmanagers and remote storages. */
function proxies(stack: Stack, root: YamlNode): Endpoint[] {
  const owners: (readonly [string, YamlNode])[] = [
    ...(stack.prometheus?.config?.jobs ?? []).map(({ name, node }) => [`scrape job "${name.value}"`, node] as const),
    ...items(child(root, 'alerting', 'alertmanagers')).map((node) => ['alertmanagers', node] as const),
    ...['remote_write', 'remote_read'].flatMap((key) => items(child(root, key)).map((node) => [key, node] as const)),
  ];
  return owners.flatMap(([owner, node]) => {
    const proxy = child(node, 'proxy_url');
    return ofPrometheus(stack, proxy, `proxy_url "${publicPart(text(proxy) ?? '')}" of ${owner}`);
  });
}
