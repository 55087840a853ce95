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
  check: ({ references }) =>
    references.flatMap(({ node, written, containerPath, state }) => {
      // It does not look for relative paths beside its configuration but where it was started, which is not known.
      if (!written.startsWith('/') || (state !== 'missing' && state !== 'unmounted')) return [];
      const where = state === 'missing' ? 'there is none' : `nothing is mounted at "${containerPath}" in the container`;
      return [
        {
          message: `the configuration names the file "${written}", but ${where}`,
          at: node.at,
        },
      ];
    }),
};
