import { posix } from 'node:path';
import type { Document, FileReference, Place } from '../model/document.js';
import { text, type YamlNode } from '../model/yaml-node.js';
import { mountFor } from '../model/mounted-path.js';
import type { Files } from '../ports/files.js';
import { valuesOf } from '../schema/values.js';
import { glob } from './glob.js';

/** Annotations of the schemas whose values are paths. */
const PATH_KINDS = ['file', 'filename-glob'];

/** Every file that a document names, resolved in its container and back to this machine. */
export function referencesOf(document: Document, files: Files): FileReference[] {
  return PATH_KINDS.flatMap((kind) =>
    valuesOf(document, kind).flatMap(({ node }) => resolveReference(node, document.place, files) ?? []),
  );
}

/** What one path leads to; relative paths start at the directory of the file that names them, as in Prometheus. */
export function resolveReference(node: YamlNode, place: Place, files: Files): FileReference | undefined {
  const written = text(node);
  if (written === undefined || written === '') return undefined;
  const containerPath = posix.resolve(posix.dirname(place.containerPath), written);
  const mounted = mountFor(place.mounts, containerPath);
  const base = { node, written, containerPath };
  if (!mounted) return { ...base, matches: [], state: 'unmounted' };
  if (mounted.hostPath === undefined) return { ...base, matches: [], state: 'elsewhere' };
  const matches = glob(mounted.hostPath, files);
  return { ...base, matches, state: matches.length > 0 ? 'found' : 'missing' };
}
