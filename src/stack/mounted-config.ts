import type { DocumentKind } from '../model/document.js';
import type { Mount } from '../model/mount.js';
import { SourceFile } from '../model/source.js';
import type { ComposeService } from '../model/stack.js';
import { DIALECTS } from './documents.js';
import type { FileReader, ParsedFile } from './file-reader.js';
import { mountFor } from './mounts.js';

/** A configuration file as the container sees it, from a bind mount or an inline config; undefined when it is in neither. */
export function mountedConfig(
  service: ComposeService,
  containerPath: string,
  kind: DocumentKind,
  reader: FileReader,
): ParsedFile | undefined {
  const mounted = mountFor(service.mounts, containerPath);
  if (mounted?.mount.kind === 'content') return reader.parse(inlineSource(mounted.mount, kind), DIALECTS[kind]);
  if (mounted?.hostPath === undefined) return undefined;
  return reader.yaml(mounted.hostPath, kind, DIALECTS[kind], mounted.mount.at);
}

/** The text of an inline config as a source whose positions are those of the compose file. */
function inlineSource({ source, at, contentAt = at }: Mount, kind: DocumentKind): SourceFile {
  const { file, start } = contentAt;
  // A block scalar's range begins with its first line; its own indentation is no part of its text.
  const indent = /^ */.exec(file.text.slice(start))?.[0].length ?? 0;
  const { line, column } = file.position(start);
  return new SourceFile(file.path, kind, source, { line, column: column + indent });
}
