import { posix } from 'node:path';
import type { Document, DocumentKind, FileReference } from '../model/document.js';
import type { ComposeService } from '../model/stack.js';
import { child, entries, items, text, type YamlNode } from '../model/yaml-node.js';
import { mountFor } from '../model/mounted-path.js';
import { valuesOf } from '../schema/values.js';
import { filesBelow, type ContainerFile } from './container-files.js';
import { DIALECTS, NEWEST, toDocument } from './documents.js';
import type { FileReader, ParsedFile } from './file-reader.js';
import { inlineSource } from './inline-source.js';
import { imageName } from '../model/service-flags.js';

const PROVISIONING = '/etc/grafana/provisioning';
const IMAGES = new Set(['grafana', 'grafana-oss', 'grafana-enterprise']);

/**
 * The services that are a Grafana, by image or settings; when there is none, those that have its provisioning mounted. Such a
 * mount alone may be that of a service which only prepares the files.
 */
export function findGrafanas(services: readonly ComposeService[]): ComposeService[] {
  const named = services.filter(
    (service) =>
      [service.image, service.builtFrom].some((image) => IMAGES.has(imageName(image?.value ?? ''))) ||
      setting(service, 'GF_PATHS_PROVISIONING') !== undefined,
  );
  if (named.length > 0) return named;
  return services.filter(({ mounts }) =>
    mounts.some(({ target }) => target === PROVISIONING || target.startsWith(`${PROVISIONING}/`)),
  );
}

/** What a Grafana is provisioned with: its data sources, its providers of dashboards, and their dashboards. */
export function grafanaDocuments(service: ComposeService, reader: FileReader): Document[] {
  const root = posix.resolve('/', setting(service, 'GF_PATHS_PROVISIONING') ?? PROVISIONING);
  const read = (kind: DocumentKind, directory: string): Document[] =>
    filesBelow(service.mounts, posix.join(root, directory), reader.files)
      .filter(({ containerPath }) => posix.dirname(containerPath) === posix.join(root, directory))
      .filter(({ containerPath }) => /\.ya?ml$/.test(containerPath))
      .flatMap((file) => document(kind, file, service, reader));
  const datasources = read('grafana-datasources', 'datasources');
  const providers = read('grafana-dashboards', 'dashboards').map((one) => withDashboards(one, service, reader));
  return [...datasources, ...providers.map(({ provider }) => provider), ...once(providers.flatMap((one) => one.files))];
}

/** A variable of a service's environment, in either form. */
function setting(service: ComposeService, name: string): string | undefined {
  const environment = child(service.node, 'environment');
  const mapped = entries(environment).find(([key]) => key === name)?.[1].value;
  if (mapped) return text(mapped);
  const listed = items(environment).flatMap((item) => text(item) ?? []);
  return listed.find((item) => item.startsWith(`${name}=`))?.slice(name.length + 1);
}

function document(kind: DocumentKind, file: ContainerFile, service: ComposeService, reader: FileReader): Document[] {
  const parsed = parse(kind, file, reader);
  if (!parsed) return [];
  const place = { containerPath: file.containerPath, mounts: service.mounts, service: service.name };
  return [toDocument(kind, parsed, place, NEWEST, reader)];
}

function parse(kind: DocumentKind, { hostPath, mount }: ContainerFile, reader: FileReader): ParsedFile | undefined {
  if (hostPath !== undefined)
    return kind === 'dashboard' ? reader.json(hostPath, kind) : reader.yaml(hostPath, kind, DIALECTS[kind], mount.at);
  const { source, at, contentAt = at } = mount;
  const file = inlineSource(kind, source, contentAt);
  return kind === 'dashboard' ? reader.parseJson(file) : reader.parse(file, DIALECTS[kind]);
}

/** A file of providers with the dashboards that they lead to as its references. */
function withDashboards(
  provider: Document,
  service: ComposeService,
  reader: FileReader,
): { provider: Document; files: Document[] } {
  const found = valuesOf(provider, 'dashboard-path').flatMap(({ node }) => dashboardsAt(node, service, reader) ?? []);
  const references = [...provider.references, ...found.map(({ reference }) => reference)];
  return {
    provider: { ...provider, references },
    files: found.flatMap(({ files }) => files.flatMap((file) => document('dashboard', file, service, reader))),
  };
}

function dashboardsAt(
  node: YamlNode,
  service: ComposeService,
  reader: FileReader,
): { reference: FileReference; files: ContainerFile[] } | undefined {
  const written = text(node);
  // Grafana fills in variables of its own environment, which is more than the compose file tells.
  if (written === undefined || written === '' || written.includes('$')) return undefined;
  const containerPath = posix.resolve('/usr/share/grafana', written);
  const files = filesBelow(service.mounts, containerPath, reader.files).filter((file) =>
    file.containerPath.endsWith('.json'),
  );
  const matches = files.flatMap(({ hostPath }) => hostPath ?? []);
  const state = files.length > 0 ? 'found' : stateOf(containerPath, service);
  return { reference: { node, written, containerPath, matches, state }, files };
}

/** Why there are no dashboards in a directory, as far as the project can tell. */
function stateOf(containerPath: string, service: ComposeService): FileReference['state'] {
  const mounted = mountFor(service.mounts, containerPath);
  if (mounted) return mounted.hostPath === undefined ? 'elsewhere' : 'missing';
  // An image of one's own may have dashboards in it, and so may a part of Grafana's.
  const official = IMAGES.has(imageName((service.builtFrom ?? service.image)?.value ?? ''));
  return official && !containerPath.startsWith('/usr/share/grafana/public') ? 'unmounted' : 'elsewhere';
}

/** Each file once, also when two providers lead to it. */
function once(documents: readonly Document[]): Document[] {
  const seen = new Map<string, Document>();
  for (const one of documents) if (!seen.has(one.place.containerPath)) seen.set(one.place.containerPath, one);
  return [...seen.values()];
}
