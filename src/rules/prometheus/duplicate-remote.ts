import { child, items, text } from '../../model/yaml-node.js';
import type { YamlNode } from '../../model/yaml-node.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Two entries of remote_write or of remote_read with one name. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus'],
  code: 'prometheus/duplicate-remote',
  severity: 'error',
  summary: 'two entries of remote_write or remote_read have the same name',
  why: 'Prometheus refuses a configuration in which two remote storages of a list have the same name.',
  remedy: 'give each entry a name of its own, or none',
  check: ({ root }) => ['remote_write', 'remote_read'].flatMap((section) => duplicates(section, child(root, section))),
};

function duplicates(section: string, list: YamlNode | undefined): Problem[] {
  const first = new Map<string, YamlNode>();
  return items(list).flatMap((entry) => {
    const name = child(entry, 'name');
    const written = text(name) ?? '';
    if (!name || written === '') return [];
    const earlier = first.get(written);
    if (!earlier) {
      first.set(written, name);
      return [];
    }
    return [
      {
        message: `${section} "${written}" is already defined`,
        at: name.at,
        related: [{ message: 'first defined here', at: earlier.at }],
      },
    ];
  });
}
