import { nearest } from '../../model/nearest.js';
import { entries, text } from '../../model/yaml-node.js';
import { valuesOf } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Response headers that cannot be set. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['web'],
  code: 'web/invalid-header',
  severity: 'error',
  summary: 'a response header that cannot be set, or not to this value',
  why: 'The server sets a few security headers only, as they are written here, and refuses to start on any other.',
  remedy: 'remove the header, or set it in a proxy before the server',
  check: (document) =>
    valuesOf(document, 'response-headers').flatMap(({ node }) =>
      entries(node).flatMap(([name, { key, value }]): Problem[] => {
        const allowed = HEADERS.get(name);
        if (!allowed) {
          const similar = nearest(name, HEADERS.keys());
          return [
            {
              message: `the header "${name}" cannot be set, expected one of ${[...HEADERS.keys()].join(', ')}${similar ? `; did you mean "${similar}"?` : ''}`,
              at: key.at,
              ...(similar ? { help: `write "${similar}" in place of "${name}"` } : {}),
            },
          ];
        }
        const written = text(value) ?? '';
        if (value.kind !== 'scalar' || allowed.length === 0 || allowed.includes(written)) return [];
        return [
          {
            message: `the header ${name} is "${written}", expected ${allowed.join(' or ')}`,
            at: value.at,
            help: `write ${allowed.map((one) => `"${one}"`).join(' or ')}`,
          },
        ];
      }),
    ),
};

/** The headers with their values; none means any. Source: docs/web-configuration.md of prometheus/exporter-toolkit. */
const HEADERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['Strict-Transport-Security', []],
  ['X-Content-Type-Options', ['nosniff']],
  ['X-Frame-Options', ['deny', 'sameorigin']],
  ['X-XSS-Protection', []],
  ['Content-Security-Policy', []],
]);
