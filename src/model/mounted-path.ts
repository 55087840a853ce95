import { join } from 'node:path';
import type { Mount } from './mount.js';

/** Where a container path comes from: the mount that is closest to it, and the path on this machine for a bind. */
export interface MountedPath {
  readonly mount: Mount;
  readonly hostPath?: string | undefined;
}

/** The mount that shows `containerPath` in the container; the longest target wins, the later of two equal ones. */
export function mountFor(mounts: readonly Mount[], containerPath: string): MountedPath | undefined {
  let best: Mount | undefined;
  for (const mount of mounts)
    if (isWithin(containerPath, mount.target) && mount.target.length >= (best?.target.length ?? 0)) best = mount;
  if (!best) return undefined;
  const rest = containerPath.slice(best.target.length);
  return { mount: best, hostPath: best.kind === 'bind' ? join(best.source, rest) : undefined };
}

/** Whether a container path is a directory or in it, both absolute and normal. */
export function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory === '/' ? '/' : `${directory}/`);
}
