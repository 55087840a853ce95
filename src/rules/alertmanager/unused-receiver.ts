import { child, text } from '../../model/yaml-node.js';
import { mappingsOf } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Receivers that no route leads to. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager'],
  code: 'alertmanager/unused-receiver',
  severity: 'notice',
  summary: 'a receiver that no route leads to',
  why: 'No alert reaches a receiver that is in no route: either a route is missing, or the receiver is a leftover.',
  remedy: 'add a route to the receiver, or remove the receiver',
  check(document) {
    const routes = [...mappingsOf(document, 'root_route'), ...mappingsOf(document, 'route')];
    const used = new Set(routes.map(({ node }) => text(child(node, 'receiver'))));
    // Without any route there is a worse finding than this one.
    if (routes.length === 0) return [];
    return mappingsOf(document, 'receiver').flatMap(({ node }): Problem[] => {
      const name = child(node, 'name');
      const written = text(name) ?? '';
      if (!name || written === '' || used.has(written)) return [];
      return [{ message: `no route leads to receiver "${written}"`, at: name.at }];
    });
  },
};
