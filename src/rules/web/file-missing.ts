import { missingReference, relatedToMissing } from '../missing-reference.js';
import type { DocumentRule } from '../rule.js';

/** Certificates and keys that are not there. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['web'],
  code: 'web/file-missing',
  severity: 'error',
  summary: 'a file of a certificate or key that is not there',
  why: 'A server that is to speak TLS reads its certificate and key when it starts, and refuses to start without them.',
  remedy: 'mount the file into the container, as a secret of the compose file or a volume, or mend the path',
  check: ({ references, place }) =>
    references.flatMap((reference) => {
      const why = missingReference(reference);
      if (why === undefined) return [];
      return [
        {
          message: `the web configuration names the file "${reference.written}", but ${why}`,
          at: reference.node.at,
          ...relatedToMissing(reference, place),
          // What is in the image cannot be seen.
          severity: reference.state === 'missing' ? ('error' as const) : ('warning' as const),
        },
      ];
    }),
};
