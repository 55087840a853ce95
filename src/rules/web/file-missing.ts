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
  check: ({ references }) =>
    references.flatMap(({ node, written, containerPath, state }) => {
      if (state !== 'missing' && state !== 'unmounted') return [];
      const missing = state === 'missing';
      const where = missing ? 'there is none' : `nothing is mounted at "${containerPath}" in the container`;
      return [
        {
          message: `the web configuration names the file "${written}", but ${where}`,
          at: node.at,
          // What is in the image cannot be seen.
          severity: missing ? ('error' as const) : ('warning' as const),
        },
      ];
    }),
};
