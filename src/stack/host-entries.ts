import { dirname, extname, join, relative, sep } from 'node:path';
import type { Document } from '../model/document.js';
import type { HostEntry } from '../model/host-entry.js';
import type { Mount } from '../model/mount.js';
import { isWithin, mountFor } from '../model/mounted-path.js';
import type { ComposeService } from '../model/stack.js';
import type { Files } from '../ports/files.js';
import { isGitIgnored, repositoryOf } from './compose/git-ignored.js';
import { commandLine } from '../model/service-flags.js';

/**
 * What is on this machine where the mounts of services start, where their command lines and configurations lead, and where a
 * mount lies in another. By absolute path; a look at each costs a few microseconds.
 */
export function hostEntries(
  services: readonly ComposeService[],
  documents: readonly Document[],
  directory: string,
  files: Files,
): Map<string, HostEntry> {
  const paths = new Set<string>();
  // Of a directory that is mounted as if it were a file it helps to know what is in it.
  const listed = new Set(
    services.flatMap(({ mounts }) => mounts.flatMap((mount) => (looksMistaken(mount) ? [mount.source] : []))),
  );
  for (const service of services) for (const path of pathsOf(service, directory)) paths.add(path);
  for (const document of documents) for (const path of pathsFor(document)) paths.add(path);
  const found = new Map<string, HostEntry>();
  let repository: string | undefined;
  for (const path of paths) {
    const kind = files.kind(path);
    if (kind !== 'missing') {
      found.set(path, {
        kind,
        access: files.access(path),
        names: kind === 'directory' && listed.has(path) ? files.list(path) : undefined,
      });
      continue;
    }
    repository ??= repositoryOf(directory, files) ?? directory;
    const belongs = isInside(path, repository) && !isGitIgnored(path, files);
    found.set(path, { kind, belongs, siblings: files.list(dirname(path)) });
  }
  return found;
}

function looksMistaken({ kind, target, origin }: Mount): boolean {
  return kind === 'bind' && origin !== 'image' && extname(target) !== '';
}

function pathsOf(service: ComposeService, directory: string): string[] {
  // A volume whose name is also that of a file may be meant as a path.
  const names = service.mounts.flatMap(({ kind, source }) =>
    kind === 'volume' && source !== '' ? [join(directory, source)] : [],
  );
  const binds = service.mounts.filter(({ kind, origin }) => kind === 'bind' && origin !== 'image');
  if (binds.length === 0) return names;
  const named = commandLine(service).flatMap(({ value }) => /^(?:--?[\w.-]+=)?(\/.+)$/.exec(value)?.[1] ?? []);
  const shown = named.flatMap((path) => mountFor(service.mounts, path)?.hostPath ?? []);
  return [...names, ...binds.map(({ source }) => source), ...shown, ...mountPoints(binds, service.mounts)];
}

/** Where mounts lie inside of a bind. */
function mountPoints(binds: readonly Mount[], mounts: readonly Mount[]): string[] {
  return binds.flatMap((outer) =>
    mounts
      .filter((inner) => inner.target !== outer.target && isWithin(inner.target, outer.target))
      .map((inner) => join(outer.source, inner.target.slice(outer.target.length))),
  );
}

/** A document, the files that it names, and the directories down to each from its mount. */
function pathsFor({ place, references }: Document): string[] {
  if (place.service === undefined) return [];
  const own = mountFor(place.mounts, place.containerPath)?.hostPath;
  const files = [...(own === undefined ? [] : [own]), ...references.flatMap(({ matches }) => matches)];
  return files.flatMap((file) => {
    const mount = place.mounts.find(({ kind, source }) => kind === 'bind' && isInside(file, source));
    const found = [file];
    for (let at = file; mount && at !== mount.source && at !== dirname(at); at = dirname(at)) found.push(dirname(at));
    return found;
  });
}

function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return way !== '..' && !way.startsWith(`..${sep}`);
}
