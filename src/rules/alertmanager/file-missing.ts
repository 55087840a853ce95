import { child, items } from '../../model/yaml-node.js';
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
  check({ root, references }) {
    const templates = new Set(items(child(root, 'templates')));
    return references.flatMap(({ node, written, containerPath, state }) => {
      if (templates.has(node) || (state !== 'missing' && state !== 'unmounted')) return [];
      const where = state === 'missing' ? 'there is none' : `nothing is mounted at "${containerPath}" in the container`;
      return [{ message: `the configuration names the file "${written}", but ${where}`, at: node.at }];
    });
  },
};
