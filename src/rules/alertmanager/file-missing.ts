import { child, items } from '../../model/yaml-node.js';
import { missingReference, relatedToMissing } from '../missing-reference.js';
import type { DocumentRule } from '../rule.js';

/** Files with secrets and certificates that are not there. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager'],
  code: 'alertmanager/file-missing',
  severity: 'warning',
  summary: 'a file with a secret or certificate that is not there',
  why: 'Alertmanager starts without the file, and fails when it sends a notification that needs the secret or the certificate in it.',
  remedy: 'mount the file into the container, as a secret of the compose file or a volume, or mend the path',
  check({ root, references, place }) {
    const templates = new Set(items(child(root, 'templates')));
    return references.flatMap((reference) => {
      const why = missingReference(reference);
      if (why === undefined || templates.has(reference.node)) return [];
      return [
        {
          message: `the configuration names the file "${reference.written}", but ${why}`,
          at: reference.node.at,
          ...relatedToMissing(reference, place),
        },
      ];
    });
  },
};
