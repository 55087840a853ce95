import { posix } from 'node:path';
import type { Document } from '../model/document.js';
import type { ComposeService, PrometheusInstance, Stack } from '../model/stack.js';
import type { YamlNode } from '../model/yaml-node.js';
import type { Files } from '../ports/files.js';
import { ServiceEnvironments } from './compose/env-files.js';
import { withBuiltImage } from './built-service.js';
import { resolveCompose, type ComposeRequest } from './compose/resolve.js';
import { prometheusDocuments } from './documents.js';
import { FileReader, type ParsedFile } from './file-reader.js';
import { findGrafanas, grafanaDocuments } from './grafana.js';
import { hostEntries } from './host-entries.js';
import { idleFiles } from './idle-files.js';
import { mountedConfig } from './mounted-config.js';
import { readPrometheusConfig } from './prometheus-config.js';
import { describePrometheus, findPrometheus } from './prometheus-service.js';
import { serverDocuments } from './server-configs.js';
import { isActive, readServices } from './services.js';
import { serviceTexts } from './service-texts.js';

/** What to load: the compose request and what the user said about the rest. */
export interface StackRequest extends ComposeRequest {
  readonly profiles: readonly string[];
  /** Overrides the search for the Prometheus service. */
  readonly prometheusService?: string | undefined;
}

/** Loads a stack from its compose files on. Undefined when the directory has no compose file; never throws on bad input. */
export function loadStack(request: StackRequest, files: Files): Stack | undefined {
  const compose = resolveCompose(request, files);
  if (!compose) return undefined;
  const { projectDirectory: directory, variables } = compose;
  const all = readServices(compose.root, { directory, home: request.environment['HOME'] });
  const profiles = [...request.profiles, ...compose.profiles];
  const environments = new ServiceEnvironments({ directory, variables, files, displayPath: request.displayPath });
  // Only of services that take part are env files read, as Compose does.
  const active = all
    .filter((service) => isActive(service, profiles))
    .map((service) => ({ ...service, environment: environments.of(service), labels: environments.labelsOf(service) }));
  const reader = new FileReader(files, request.displayPath);
  const services = active.map((service) => withBuiltImage(service, directory, reader));
  const service = findPrometheus(services, request.prometheusService);
  const prometheus = service ? loadPrometheus(service, reader) : undefined;
  const grafana = findGrafanas(services).flatMap((one) => grafanaDocuments(one, reader));
  const servers = serverDocuments(services, reader);
  const documents = [...(prometheus?.documents ?? []), ...servers, ...grafana];
  return {
    directory: compose.projectDirectory,
    files: [...compose.sources, ...environments.sources, ...reader.sources],
    project: {
      name: compose.name.name,
      nameAt: compose.name.at,
      composeFiles: compose.composeFiles,
      root: compose.root,
      stages: compose.stages,
      profiles,
      services,
      inactive: all.filter((candidate) => !isActive(candidate, profiles)),
    },
    prometheus: prometheus?.instance,
    documents,
    texts: serviceTexts(services, reader),
    hostEntries: hostEntries(services, documents, directory, files),
    problems: [...compose.problems, ...environments.problems, ...reader.problems],
  };
}

/** The server with its configuration, and every file that belongs to it. */
function loadPrometheus(
  service: ComposeService,
  reader: FileReader,
): { instance: PrometheusInstance; documents: Document[] } {
  const described = describePrometheus(service);
  const containerPath = posix.resolve('/', described.configPath.value);
  const loaded = mountedConfig(service, containerPath, 'prometheus', reader);
  const place = { containerPath, mounts: service.mounts, service: service.name };
  const documents = loaded ? prometheusDocuments(loaded, place, described.version, reader) : [];
  const config = loaded && readPrometheusConfig(loaded.file, rootOf(loaded), documents);
  // Without a configuration that was read to its end it is not known what it leads to.
  const idle = loaded?.whole && config ? idleFiles(service.mounts, documents, reader) : [];
  return { instance: { service, ...described, config, idle }, documents };
}

/** An empty file is an empty configuration, which Prometheus accepts; one that cannot be parsed has its finding. */
function rootOf({ file, root }: ParsedFile): YamlNode {
  return root ?? { kind: 'mapping', entries: new Map(), at: { file, start: 0, end: 0 } };
}
