import { join } from 'node:path';
import type { Mount } from '../../model/mount.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { replaceWithin } from '../edits.js';
import { configPathOf } from '../known-config.js';
import { definitionsOf, looksLikeFile, sourceOf, targetOf } from '../mount-facts.js';
import type { Problem, StackRule } from '../rule.js';

/** Named volumes where a file or directory of the project is meant. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'mounts/volume-name-like-path',
  severity: 'warning',
  summary: 'a volume has the name of a file, or is mounted at one',
  why: 'Without "./" at its start the source of a volume is a name, not a path: Docker mounts a volume, which is a directory and empty at first, in place of the file that is meant.',
  remedy: 'write "./" before the path',
  check: (stack) => {
    const defined = new Set(definitionsOf(stack, 'volumes').map(([name]) => name));
    return stack.project.services.flatMap((service) =>
      service.mounts
        .filter(({ kind, origin }) => kind === 'volume' && origin === 'volumes')
        .flatMap((mount) => driveProblem(service, mount) ?? problemOf(stack, service, mount, defined) ?? []),
    );
  },
};

/** The Engine takes one letter and a colon for a drive of Windows. */
function driveProblem(service: ComposeService, mount: Mount): Problem | undefined {
  const match = /^([A-Za-z]):(\/.*)$/.exec(mount.target);
  if (mount.source !== '' || match?.[1] === undefined) return undefined;
  return {
    message: `volume "${match[1]}:${match[2] ?? ''}" of service "${service.name}" has a name of one letter, which Compose reads as a drive of Windows: Docker refuses to make the container`,
    at: targetOf(mount),
    severity: 'error',
    help: 'give the volume a name of two letters or more, or use the long syntax',
    subject: { service: service.name },
  };
}

/** A volume that no section defines has a finding that says more. */
function problemOf(
  stack: Stack,
  service: ComposeService,
  mount: Mount,
  defined: ReadonlySet<string>,
): Problem | undefined {
  const { source, target } = mount;
  if (source === '' || !defined.has(source)) return undefined;
  const isConfig = configPathOf(service)?.path === target;
  const meant = stack.hostEntries.get(join(stack.directory, source))?.kind;
  const likeFile = looksLikeFile(target) && (looksLikeFile(source) || meant === 'file');
  if (!isConfig && !likeFile) return undefined;
  const edit = meant === 'file' ? replaceWithin(sourceOf(mount), source, `./${source}`) : undefined;
  return {
    message: `"${source}" of service "${service.name}" is the name of a volume, not a path: a directory is mounted at "${target}", ${
      isConfig ? 'which is a file of the image, and the container does not start' : 'where a file is expected'
    }`,
    at: sourceOf(mount),
    severity: isConfig ? 'error' : 'warning',
    help:
      meant === undefined || meant === 'missing'
        ? 'mount a file there; a path starts with "./"'
        : `write "./${source}", and take the volume "${source}" away`,
    subject: { service: service.name },
    fix: edit && { safety: 'suggested', title: `mount "./${source}"`, edits: [edit] },
  };
}
