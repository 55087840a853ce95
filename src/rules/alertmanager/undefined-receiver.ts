import { nearest } from '../../model/nearest.js';
import { child, text } from '../../model/yaml-node.js';
import { mappingsOf } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Routes to a receiver that does not exist. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager'],
  code: 'alertmanager/undefined-receiver',
  severity: 'error',
  summary: 'a route to a receiver that is not defined',
  why: 'Alertmanager refuses to start when a route names a receiver that is not in receivers.',
  remedy: 'name one of the receivers, or define the missing one',
  check(document) {
    const defined = mappingsOf(document, 'receiver').flatMap(({ node }) => text(child(node, 'name')) ?? []);
    const known = new Set(defined);
    const routes = [...mappingsOf(document, 'root_route'), ...mappingsOf(document, 'route')];
    return routes.flatMap(({ node }): Problem[] => {
      const receiver = child(node, 'receiver');
      const name = text(receiver) ?? '';
      if (!receiver || name === '' || known.has(name)) return [];
      const similar = nearest(name, known);
      const hint = similar ? `; did you mean "${similar}"?` : '';
      return [
        {
          message: `the route's receiver "${name}" is not defined, expected ${listed(defined)}${hint}`,
          at: receiver.at,
          ...(similar ? { help: `write "${similar}" in place of "${name}"` } : {}),
        },
      ];
    });
  },
};

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'a name from receivers, which are none';
  const some = names.slice(0, 5).map((name) => `"${name}"`);
  return `one of ${some.join(', ')}${names.length > 5 ? ', …' : ''}`;
}
