import { missingReference, relatedToMissing } from '../missing-reference.js';
import type { DocumentRule } from '../rule.js';

/** Files of certificates, secrets and bodies that are not there. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['blackbox'],
  code: 'blackbox/file-missing',
  severity: 'warning',
  summary: 'a file with a body, a secret or a certificate that is not there',
  why: 'blackbox_exporter starts without the file, and fails at each probe that needs it.',
  remedy: 'mount the file into the container, as a secret of the compose file or a volume, or mend the path',
  check: ({ references, place }) =>
    references.flatMap((reference) => {
      const why = missingReference(reference);
      // It does not look for relative paths beside its configuration but where it was started, which is not known.
      if (why === undefined || !reference.written.startsWith('/')) return [];
      return [
        {
          message: `the configuration names the file "${reference.written}", but ${why}`,
          at: reference.node.at,
          ...relatedToMissing(reference, place),
        },
      ];
    }),
};
