import { nearest } from '../../model/nearest.js';
import type { SourceRange } from '../../model/source.js';
import { child, text } from '../../model/yaml-node.js';
import { mappingsOf } from '../../schema/values.js';
import { replaceWithin } from '../edits.js';
import type { DocumentRule, Problem, ProblemFix } from '../rule.js';

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
          ...(similar
            ? { help: `write "${similar}" in place of "${name}"`, fix: renaming(receiver.at, name, similar) }
            : {}),
        },
      ];
    });
  },
};

/** A near name may still be that of other people. */
function renaming(at: SourceRange, name: string, similar: string): ProblemFix | undefined {
  const edit = replaceWithin(at, name, similar);
  return edit && { safety: 'suggested', title: `write "${similar}" in place of "${name}"`, edits: [edit] };
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'a name from receivers, which are none';
  const some = names.slice(0, 5).map((name) => `"${name}"`);
  return `one of ${some.join(', ')}${names.length > 5 ? ', …' : ''}`;
}
