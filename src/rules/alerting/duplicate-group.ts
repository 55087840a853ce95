import { locate } from '../../model/source.js';
import { child, items, text, type YamlNode } from '../../model/yaml-node.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Two groups of one name in a rule file. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['rules'],
  code: 'alerting/duplicate-group',
  severity: 'error',
  summary: 'two groups of a rule file have the same name',
  why: 'Prometheus refuses a rule file in which two groups have the same name.',
  remedy: 'give each group a name of its own, or join the two',
  check({ root }) {
    const first = new Map<string, YamlNode>();
    return items(child(root, 'groups')).flatMap((group): Problem[] => {
      const name = child(group, 'name');
      const written = text(name);
      if (!name || written === undefined) return [];
      const earlier = first.get(written);
      if (!earlier) {
        first.set(written, name);
        return [];
      }
      return [
        {
          message: `group "${written}" is already defined on line ${String(locate(earlier.at).start.line)}`,
          at: name.at,
          related: [{ message: 'first defined here', at: earlier.at }],
        },
      ];
    });
  },
};
