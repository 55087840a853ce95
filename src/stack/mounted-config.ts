import type { DocumentKind } from '../model/document.js';
import type { ComposeService } from '../model/stack.js';
import { mountFor } from '../model/mounted-path.js';
import { DIALECTS } from './documents.js';
import type { FileReader, ParsedFile } from './file-reader.js';
import { inlineSource } from './inline-source.js';

/** A configuration file as the container sees it, from a bind mount or an inline config; undefined when it is in neither. */
export function mountedConfig(
  service: ComposeService,
  containerPath: string,
  kind: DocumentKind,
  reader: FileReader,
): ParsedFile | undefined {
  const mounted = mountFor(service.mounts, containerPath);
  if (mounted?.mount.kind === 'content') {
    const { source, at, contentAt = at } = mounted.mount;
    return reader.parse(inlineSource(kind, source, contentAt), DIALECTS[kind]);
  }
  if (mounted?.hostPath === undefined) return undefined;
  // A file that is mounted at the directory of the configuration is what a rule is about.
  if (mounted.hostPath !== mounted.mount.source && reader.files.kind(mounted.mount.source) === 'file') return undefined;
  return reader.yaml(mounted.hostPath, kind, DIALECTS[kind], mounted.mount.at);
}
