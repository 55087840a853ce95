import { join } from 'node:path';
import type { Mount } from '../../model/mount.js';
import type { Stack } from '../../model/stack.js';
import { undefinedReferences } from '../compose-references.js';
import { replaceWithin } from '../edits.js';
import { looksLikeFile, sourceOf } from '../mount-facts.js';
import type { Problem, StackRule } from '../rule.js';

/** Named volumes of services that no top-level entry defines. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/undefined-volume',
  severity: 'error',
  summary: 'a service uses a named volume that the compose file does not define',
  why: 'Compose refuses a project that mounts a named volume without a top-level entry. A path needs a "./" to be no name.',
  remedy: 'define the volume below the top-level "volumes", or write "./" before a path',
  check(stack) {
    return stack.project.services.flatMap(({ name: service, mounts }) =>
      mounts
        .filter(({ kind, source }) => kind === 'volume' && source !== '')
        .flatMap((mount) => {
          const reference = { service, name: mount.source, at: mount.at };
          const problems = undefinedReferences(stack.project.root, 'volumes', 'volume', [reference]);
          return problems.map((problem) => ({ ...problem, ...asPath(stack, mount) }));
        }),
    );
  },
};

/** What to write when a file or directory of that name is there, or nothing but a path can be meant. */
function asPath({ directory, hostEntries }: Stack, mount: Mount): Pick<Problem, 'help' | 'fix'> {
  const { source } = mount;
  const kind = hostEntries.get(join(directory, source))?.kind ?? 'missing';
  const isPath = source.includes('/') || looksLikeFile(source);
  if (kind === 'missing' && !isPath) return {};
  const help = `write "./${source}": without "./" it is the name of a volume, not a path`;
  const edit = kind === 'missing' ? undefined : replaceWithin(sourceOf(mount), source, `./${source}`);
  // A directory may have the name of a volume that is still to be defined.
  const safety = isPath ? 'safe' : 'suggested';
  return { help, fix: edit && { safety, title: `mount "./${source}"`, edits: [edit] } };
}
