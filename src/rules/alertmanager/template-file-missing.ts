import { child, items } from '../../model/yaml-node.js';
import { missingReference, relatedToMissing } from '../missing-reference.js';
import type { DocumentRule } from '../rule.js';

/** Template files that are not there. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager'],
  code: 'alertmanager/template-file-missing',
  severity: 'warning',
  summary: 'a template file that is not there',
  why: 'Alertmanager starts without a file of templates that it does not find, and fails when a notification uses a template from it.',
  remedy: 'mount the directory with the templates into the container, or mend the path',
  check({ root, references, place }) {
    const nodes = new Set(items(child(root, 'templates')));
    return references.flatMap((reference) => {
      const why = missingReference(reference);
      if (why === undefined || !nodes.has(reference.node)) return [];
      return [
        {
          message: `templates has "${reference.written}", but ${why}`,
          at: reference.node.at,
          ...relatedToMissing(reference, place),
        },
      ];
    });
  },
};
