import { nearest } from '../../model/nearest.js';
import { child, text } from '../../model/yaml-node.js';
import { mappingsOf } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Modules without a prober that exists. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['blackbox'],
  code: 'blackbox/invalid-prober',
  severity: 'warning',
  summary: 'a module whose prober does not exist',
  why: 'blackbox_exporter starts, but answers every probe with such a module by an error.',
  remedy: 'set prober to http, tcp, dns, icmp, grpc or unix',
  check: (document) =>
    mappingsOf(document, 'module').flatMap(({ node, key }): Problem[] => {
      const prober = child(node, 'prober');
      const name = text(prober) ?? '';
      if (prober?.kind === 'mapping' || prober?.kind === 'sequence') return [];
      if (PROBERS.includes(name)) return [];
      const similar = nearest(name, PROBERS);
      return [
        {
          message: `prober of module "${key}" is ${prober ? `"${name}"` : 'not set'}, expected ${PROBERS.join(', ')}${similar ? `; did you mean "${similar}"?` : ''}`,
          at: prober?.at ?? node.at,
          ...(similar ? { help: `write "${similar}" in place of "${name}"` } : {}),
        },
      ];
    }),
};

const PROBERS = ['http', 'tcp', 'dns', 'icmp', 'grpc', 'unix'];
