import { child, items } from '../../model/yaml-node.js';
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
  check({ root, references }) {
    const nodes = new Set(items(child(root, 'templates')));
    return references.flatMap(({ node, written, containerPath, state }) => {
      if (!nodes.has(node) || (state !== 'missing' && state !== 'unmounted')) return [];
      const where =
        state === 'missing' ? 'no file matches it' : `nothing is mounted at "${containerPath}" in the container`;
      return [{ message: `templates has "${written}", but ${where}`, at: node.at }];
    });
  },
};
