import { join, posix } from 'node:path';
import type { Mount } from '../model/mount.js';
import { mountFor } from '../model/mounted-path.js';
import type { Files } from '../ports/files.js';

/** A file of the project as a container sees it. */
export interface ContainerFile {
  readonly containerPath: string;
  /** Undefined for the text of an inline config. */
  readonly hostPath?: string | undefined;
  readonly mount: Mount;
}

/** More than this no directory of configuration has; a mount of a whole disk must not stall the check. */
const MOST_FILES = 5000;
const DEEPEST = 12;

/** Every file of the project at or below a directory of a container, through all mounts that show there, sorted. */
export function filesBelow(mounts: readonly Mount[], directory: string, files: Files): ContainerFile[] {
  const above = mountFor(mounts, directory);
  const below = mounts.filter(({ target }) => target.startsWith(directory === '/' ? '/' : `${directory}/`));
  const starts = [
    ...(above ? [{ mount: above.mount, containerPath: directory, hostPath: above.hostPath }] : []),
    ...below.map((mount) => ({
      mount,
      containerPath: mount.target,
      hostPath: mount.kind === 'bind' ? mount.source : undefined,
    })),
  ];
  const found = starts.flatMap((start) => (isReadable(start) ? walk(start, files) : []));
  // What another mount hides is not there.
  return found
    .filter(({ containerPath, mount }) => mountFor(mounts, containerPath)?.mount === mount)
    .sort((a, b) => (a.containerPath < b.containerPath ? -1 : 1));
}

/** Directories of configuration are not deeper, and have no more in them. */
const NEAR = 2;
const MOST_NEAR = 300;

/** The files of a bind, if it is one of a directory of configuration or of a file: those not deep in it, and not too many. */
export function filesNear(mount: Mount, files: Files): { containerPath: string; hostPath: string; mount: Mount }[] {
  const found: { containerPath: string; hostPath: string; mount: Mount }[] = [];
  let level = [{ hostPath: mount.source, containerPath: mount.target, mount }];
  for (let depth = 0; depth <= NEAR && level.length > 0; depth++) {
    const next: typeof level = [];
    for (const at of level) {
      if (found.length > MOST_NEAR) return [];
      const kind = files.kind(at.hostPath);
      if (kind === 'file') found.push(at);
      if (kind !== 'directory') continue;
      for (const name of files.list(at.hostPath))
        if (!name.startsWith('.'))
          next.push({ mount, hostPath: join(at.hostPath, name), containerPath: posix.join(at.containerPath, name) });
    }
    if (next.length > MOST_NEAR) return [];
    level = next;
  }
  // What is left is deeper than a configuration.
  return found;
}

function isReadable({ mount, containerPath, hostPath }: ContainerFile): boolean {
  return hostPath !== undefined || (mount.kind === 'content' && mount.target === containerPath);
}

function walk(start: ContainerFile, files: Files): ContainerFile[] {
  const found: ContainerFile[] = [];
  const visit = (at: ContainerFile, depth: number): void => {
    const { hostPath, containerPath, mount } = at;
    if (hostPath === undefined || files.kind(hostPath) === 'file') found.push(at);
    if (hostPath === undefined || depth > DEEPEST) return;
    for (const name of files.list(hostPath)) {
      if (found.length >= MOST_FILES) return;
      // Hidden directories are the traces of tools, such as those of version control.
      if (!name.startsWith('.'))
        visit({ mount, hostPath: join(hostPath, name), containerPath: posix.join(containerPath, name) }, depth + 1);
    }
  };
  visit(start, 0);
  return found;
}
