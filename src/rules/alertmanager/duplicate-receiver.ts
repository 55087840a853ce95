import { locate } from '../../model/source.js';
import { child, text, type YamlNode } from '../../model/yaml-node.js';
import { mappingsOf } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Two receivers of one name. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager'],
  code: 'alertmanager/duplicate-receiver',
  severity: 'error',
  summary: 'two receivers have the same name',
  why: 'Alertmanager refuses to start when two receivers have the same name, since routes could mean either.',
  remedy: 'give each receiver a name of its own, or put the integrations into one receiver',
  check(document) {
    const first = new Map<string, YamlNode>();
    return mappingsOf(document, 'receiver').flatMap(({ node }): Problem[] => {
      const name = child(node, 'name');
      const written = text(name);
      if (!name || written === undefined) return [];
      const earlier = first.get(written);
      if (!earlier) {
        first.set(written, name);
        return [];
      }
      return [
        {
          message: `receiver "${written}" is already defined on line ${String(locate(earlier.at).start.line)}, expected a name of its own`,
          at: name.at,
          related: [{ message: 'first defined here', at: earlier.at }],
        },
      ];
    });
  },
};
