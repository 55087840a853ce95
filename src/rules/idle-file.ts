import type { Document, FileReference } from '../model/document.js';
import { nearest } from '../model/nearest.js';
import type { SourceRange } from '../model/source.js';
import type { IdleFile, Stack } from '../model/stack.js';
import { posix } from 'node:path';

/** The documents of a stack's Prometheus that name other files. */
export function namingDocuments({ documents, prometheus }: Stack): Document[] {
  return documents.filter(
    ({ kind, place }) =>
      (kind === 'prometheus' || kind === 'scrape-configs') && place.service === prometheus?.service.name,
  );
}

/** The first words of a file that show what it is. */
export function startOf({ file }: IdleFile, words: RegExp): SourceRange {
  const match = words.exec(file.text);
  const start = match?.index ?? 0;
  return { file, start, end: start + (match?.[0].length ?? 1) };
}

/** The entry that is nearest to a file: one of its directory, else the one that is alike. */
export function nearestEntry(references: readonly FileReference[], path: string): FileReference | undefined {
  const inDirectory = references.find(({ containerPath }) => posix.dirname(containerPath) === posix.dirname(path));
  if (inDirectory) return inDirectory;
  const similar = nearest(
    path,
    references.map(({ containerPath }) => containerPath),
  );
  return references.find(({ containerPath }) => containerPath === similar) ?? references[0];
}
