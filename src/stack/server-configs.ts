import { posix } from 'node:path';
import type { Document, DocumentKind } from '../model/document.js';
import type { ComposeService } from '../model/stack.js';
import { alertmanagerDocuments, NEWEST, toDocument } from './documents.js';
import type { FileReader } from './file-reader.js';
import { mountedConfig } from './mounted-config.js';
import { commandLine, flag, imageName } from '../model/service-flags.js';

/** A server whose configuration is looked for, by what its services look like. */
interface Server {
  readonly kind: DocumentKind;
  /** Names of its image, and of its program in a command line. */
  readonly names: readonly string[];
  /** Where its official image looks for the configuration. */
  readonly configPath: string;
}

const SERVERS: readonly Server[] = [
  { kind: 'alertmanager', names: ['alertmanager'], configPath: '/etc/alertmanager/alertmanager.yml' },
  {
    kind: 'blackbox',
    names: ['blackbox-exporter', 'blackbox_exporter'],
    configPath: '/etc/blackbox_exporter/config.yml',
  },
];

/** The configurations of every Alertmanager and blackbox_exporter, and the web configurations of whatever has one. */
export function serverDocuments(services: readonly ComposeService[], reader: FileReader): Document[] {
  const found = services.flatMap((service) => [
    ...SERVERS.filter((server) => looksLike(service, server)).flatMap(({ kind, configPath }) =>
      read(service, kind, flag(service, 'config.file')?.value ?? configPath, reader),
    ),
    ...webConfig(service, reader),
  ]);
  return withoutRepeats(found);
}

function looksLike(service: ComposeService, { names, configPath }: Server): boolean {
  if ([service.image, service.builtFrom].some((image) => names.includes(imageName(image?.value ?? '')))) return true;
  if (service.mounts.some(({ target }) => target === configPath || target === posix.dirname(configPath))) return true;
  return commandLine(service).some(({ value }) => names.includes(posix.basename(value)));
}

/** `--web.config.file` is the same flag in Prometheus, Alertmanager and the exporters. */
function webConfig(service: ComposeService, reader: FileReader): Document[] {
  const path = flag(service, 'web.config.file')?.value ?? '';
  return path === '' ? [] : read(service, 'web', path, reader);
}

function read(service: ComposeService, kind: DocumentKind, path: string, reader: FileReader): Document[] {
  const containerPath = posix.resolve('/', path);
  const parsed = mountedConfig(service, containerPath, kind, reader);
  if (!parsed) return [];
  const place = { containerPath, mounts: service.mounts, service: service.name };
  if (kind === 'alertmanager') return alertmanagerDocuments(parsed, place, reader);
  return [toDocument(kind, parsed, place, NEWEST, reader)];
}

/** Two services may share a file, whose faults are to be told once; that of the first one stays. */
function withoutRepeats(documents: readonly Document[]): Document[] {
  const seen = new Set<string>();
  return documents.filter(({ kind, file, root }) => {
    const { line, column } = file.position(root?.at.start ?? 0);
    const key = [kind, file.path, line, column].join('\n');
    return seen.size < seen.add(key).size;
  });
}
