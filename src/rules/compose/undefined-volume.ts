import { undefinedReferences } from '../compose-references.js';
import type { StackRule } from '../rule.js';

/** Named volumes of services that no top-level entry defines. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/undefined-volume',
  severity: 'error',
  summary: 'a service uses a named volume that the compose file does not define',
  why: 'Compose refuses a project that mounts a named volume without a top-level entry. A path needs a "./" to be no name.',
  remedy: 'define the volume below the top-level "volumes", or write "./" before a path',
  check({ project }) {
    const references = project.services.flatMap(({ name: service, mounts }) =>
      mounts
        .filter(({ kind, source }) => kind === 'volume' && source !== '')
        .map(({ source, at }) => ({ service, name: source, at })),
    );
    return undefinedReferences(project.root, 'volumes', 'volume', references);
  },
};
