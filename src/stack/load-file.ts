import type { Document, DocumentKind, JudgedKind, Place, PrometheusVersion } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import type { SourceFile } from '../model/source.js';
import type { Mount } from '../model/mount.js';
import type { Files } from '../ports/files.js';
import { alertmanagerDocuments, DIALECTS, NEWEST, prometheusDocuments, toDocument } from './documents.js';
import { looksLikeExposition } from '../exposition/content-type.js';
import { kindOf } from './document-kind.js';
import { FileReader } from './file-reader.js';

/** A file that was judged alone, with the files that it names. */
export interface LoadedFile {
  readonly kind: JudgedKind | undefined;
  readonly documents: readonly Document[];
  readonly files: readonly SourceFile[];
  readonly problems: readonly Finding[];
}

/**
 * Loads one configuration file as the program that it is for would find it on this machine. The kind is told by its content
 * unless it is given. A compose file has no documents here: it is loaded as a stack.
 */
export function loadFile(
  path: string,
  as: DocumentKind | undefined,
  files: Files,
  displayPath: (absolute: string) => string,
  version: PrometheusVersion = NEWEST,
): LoadedFile {
  if (as === 'metrics') return loadExposition(path, files, displayPath, version);
  const reader = new FileReader(files, displayPath);
  const first = reader.yaml(path, as ?? 'prometheus', DIALECTS[as ?? 'prometheus']);
  const kind = as ?? (first && looksLikeExposition(first.file.text, path) ? 'metrics' : kindOf(first?.root));
  if (!first || kind === undefined || kind === 'compose')
    return { kind, documents: [], files: reader.sources, problems: reader.problems };
  if (kind === 'metrics') return loadExposition(path, files, displayPath, version);
  // Another kind may have another dialect of YAML, so it is read again.
  const again = new FileReader(files, displayPath);
  const parsed = kind === 'dashboard' ? again.json(path, kind) : again.yaml(path, kind, DIALECTS[kind]);
  const documents = parsed ? documentsOf(kind, parsed, placeOf(path, first.file), version, again) : [];
  return { kind, documents, files: again.sources, problems: again.problems };
}

/** What a target exposes, saved: a text that is no YAML. */
function loadExposition(
  path: string,
  files: Files,
  displayPath: (absolute: string) => string,
  version: PrometheusVersion,
): LoadedFile {
  const reader = new FileReader(files, displayPath);
  const file = reader.text(path, 'metrics');
  const documents = file
    ? [toDocument('metrics', { file, root: undefined, whole: true }, placeOf(path, file), version, reader)]
    : [];
  return { kind: 'metrics', documents, files: reader.sources, problems: reader.problems };
}

function documentsOf(
  kind: DocumentKind,
  parsed: NonNullable<ReturnType<FileReader['yaml']>>,
  place: Place,
  version: PrometheusVersion,
  reader: FileReader,
): Document[] {
  if (kind === 'prometheus') return prometheusDocuments(parsed, place, version, reader);
  if (kind === 'alertmanager') return alertmanagerDocuments(parsed, place, reader);
  return [toDocument(kind, parsed, place, version, reader)];
}

/** Alone, a file sees this machine as it is. */
function placeOf(path: string, file: SourceFile): Place {
  const at = { file, start: 0, end: 0 };
  const machine: Mount = { kind: 'bind', source: '/', target: '/', at, origin: 'machine', readOnly: false };
  return { containerPath: path, mounts: [machine] };
}
