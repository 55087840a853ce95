import { nearest } from '../../model/nearest.js';
import { child, text } from '../../model/yaml-node.js';
import { mappingsOf, valuesOf } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Routes that refer to a time interval that does not exist. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager'],
  code: 'alertmanager/undefined-time-interval',
  severity: 'error',
  summary: 'a route refers to a time interval that is not defined',
  why: 'Alertmanager refuses to start when mute_time_intervals or active_time_intervals of a route name a time interval that is not in time_intervals.',
  remedy: 'name one of the time intervals, or define the missing one',
  check(document) {
    const names = mappingsOf(document, 'named_time_interval').flatMap(({ node }) => text(child(node, 'name')) ?? []);
    const known = new Set(names);
    return valuesOf(document, 'time-interval-name').flatMap(({ node, key }): Problem[] => {
      const name = text(node) ?? '';
      if (node.kind !== 'scalar' || known.has(name)) return [];
      const similar = nearest(name, known);
      return [
        {
          message: `the time interval "${name}" in ${key} is not defined, expected a name from time_intervals${similar ? `; did you mean "${similar}"?` : ''}`,
          at: node.at,
          ...(similar ? { help: `write "${similar}" in place of "${name}"` } : {}),
        },
      ];
    });
  },
};
