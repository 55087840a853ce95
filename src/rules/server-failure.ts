import type { Cause } from '../model/cause.js';
import { mountFor } from '../model/mounted-path.js';
import type { SourceRange } from '../model/source.js';
import type { ComposeService, Stack } from '../model/stack.js';
import { keyRange } from '../model/yaml-node.js';

/** What the last words of a program that ended say of a path that it could not work with. */
export interface PathFailure {
  readonly cause: Cause;
  readonly path: string;
  readonly at: SourceRange;
}

/** Go's words for a failed system call, which most servers of a monitoring stack are written in: `open /path: permission denied`. */
const SYSTEM_CALL =
  /\b(?:open|openat|mkdir|lock|stat|lstat|create|mmap|write|rename|unlinkat|truncate|fallocate|sync)\w* (\/[^\s":]+)(?: \/[^\s":]+)?: (permission denied|read-only file system|no space left on device|no such file or directory|operation not permitted)/;
const CONFIGURATION = /\.(?:ya?ml|json|ini|conf|toml)$/;

/** Pure: the last such words in a log, and the line of the compose file that brings the path into the container. */
export function pathFailure(stack: Stack, service: ComposeService, logs: readonly string[]): PathFailure | undefined {
  for (const line of logs.toReversed()) {
    const [, path = '', error = ''] = SYSTEM_CALL.exec(line) ?? [];
    const cause = causeOf(error, isConfiguration(stack, service, path));
    if (cause) return { cause, path, at: placeOf(service, path, cause) };
  }
  return undefined;
}

function causeOf(error: string, ofConfiguration: boolean): Cause | undefined {
  switch (error) {
    case 'read-only file system':
      return 'storage-read-only';
    case 'no space left on device':
      return 'storage-full';
    case 'permission denied':
    case 'operation not permitted':
      return ofConfiguration ? 'config-not-readable' : 'storage-not-writable';
    case 'no such file or directory':
      return ofConfiguration ? 'config-not-readable' : undefined;
    default:
      return undefined;
  }
}

function isConfiguration({ documents }: Stack, service: ComposeService, path: string): boolean {
  return (
    CONFIGURATION.test(path) ||
    documents.some(({ place }) => place.service === service.name && place.containerPath === path)
  );
}

function placeOf(service: ComposeService, path: string, cause: Cause): SourceRange {
  const mounted = mountFor(service.mounts, path)?.mount.at;
  // A `tmpfs` of the service is no mount of files.
  const temporary = cause.startsWith('storage-') ? keyRange(service.node, 'tmpfs') : undefined;
  const root = cause === 'storage-read-only' ? keyRange(service.node, 'read_only') : undefined;
  return mounted ?? temporary ?? root ?? service.at;
}
