import { scrapeTargets } from '../../src/discovery/scrape-targets.js';
import { knownImage } from '../../src/knowledge/known-images.js';
import { splitAddress } from '../../src/model/address.js';
import type { SourceRange } from '../../src/model/source.js';
import type { ComposeService, Stack } from '../../src/model/stack.js';
import { child, items, text, type YamlNode } from '../../src/model/yaml-node.js';

/** A place of a configuration that asks a service of the stack by its name and port. */
export interface Endpoint {
  readonly what: 'target' | 'alertmanager' | 'remote-write' | 'datasource' | 'webhook' | 'probe';
  readonly from: ComposeService;
  readonly to: ComposeService;
  readonly at: SourceRange;
  readonly host: string;
  readonly port: number;
  /** Other places where a fault may be said to be: the targets that are probed through it. */
  readonly through?: readonly SourceRange[];
}

/** Every one that is written as it is asked. */
export function endpointsOf(stack: Stack): Endpoint[] {
  const prometheus = stack.prometheus?.service;
  const listed = stack.documents.flatMap((document) => {
    const from = serviceNamed(stack, document.place.service);
    return from ? urlsOf(document.kind, document.root).map((one) => ({ ...one, from })) : [];
  });
  const targets = scrapeTargets(stack).flatMap((target) =>
    prometheus && !target.droppedBy && target.address === target.written.value
      ? [{ what: 'target' as const, at: target.written.at, written: target.address, from: prometheus }]
      : [],
  );
  return [...targets, ...listed].flatMap(({ written, ...one }) => {
    const { host, port } = splitAddress(written.replace(/^https?:\/\//, '').replace(/[/?#].*$/, '')) ?? {};
    const to = host === undefined ? undefined : named(stack, host);
    return host !== undefined && port !== undefined && to && !one.from.networkMode ? [{ ...one, host, port, to }] : [];
  });
}

interface Written {
  readonly what: Endpoint['what'];
  readonly at: SourceRange;
  readonly written: string;
  readonly through?: readonly SourceRange[];
}

const written = (what: Endpoint['what'], node: YamlNode | undefined): Written[] =>
  node && text(node) !== undefined ? [{ what, at: node.at, written: text(node) ?? '' }] : [];

function urlsOf(kind: string, root: YamlNode | undefined): Written[] {
  const each = (node: YamlNode | undefined, key: string): readonly YamlNode[] => items(child(node, key));
  if (kind === 'grafana-datasources')
    return each(root, 'datasources').flatMap((source) => written('datasource', child(source, 'url')));
  if (kind === 'alertmanager')
    return each(root, 'receivers')
      .flatMap((receiver) => each(receiver, 'webhook_configs'))
      .flatMap((webhook) => written('webhook', child(webhook, 'url')));
  if (kind !== 'prometheus') return [];
  const alertmanagers = items(child(root, 'alerting', 'alertmanagers'))
    .flatMap((one) => each(one, 'static_configs'))
    .flatMap((group) => each(group, 'targets'))
    .flatMap((node) => written('alertmanager', node));
  const remotes = each(root, 'remote_write').flatMap((remote) => written('remote-write', child(remote, 'url')));
  const probes = each(root, 'scrape_configs').flatMap((job) => {
    const through = each(job, 'static_configs').flatMap((group) => each(group, 'targets').map(({ at }) => at));
    return each(job, 'relabel_configs')
      .filter((step) => text(child(step, 'target_label')) === '__address__')
      .flatMap((step) => written('probe', child(step, 'replacement')))
      .map((one) => ({ ...one, through }));
  });
  return [...alertmanagers, ...remotes, ...probes];
}

function serviceNamed(stack: Stack, name: string | undefined): ComposeService | undefined {
  return stack.project.services.find((service) => service.name === name);
}

/** The service that answers to a name: its own, that of its container, or an alias. */
export function named(stack: Stack, host: string): ComposeService | undefined {
  return stack.project.services.find(
    ({ name, containerName, networks }) =>
      name === host || containerName?.value === host || [...networks.values()].flat().includes(host),
  );
}

/** Whether a name that no service has can be nobody's: on an external network, others may have it. */
export function knowsAllNames(stack: Stack, from: ComposeService): boolean {
  return [...from.networks.keys()].every(
    (name) => child(stack.project.root, 'networks', name, 'external') === undefined,
  );
}

/** Whether the files tell on which ports a service listens: it declares some, or its image is known to have them. */
export function tellsPorts({ image, hasBuild, ports, expose }: ComposeService): boolean {
  if (ports.length > 0 || expose.length > 0) return true;
  return !hasBuild && image !== undefined && (knownImage(image.value)?.ports?.length ?? 0) > 0;
}
