import { text } from '../../model/yaml-node.js';
import { nameOf, valuesOf, type KindValue } from '../../schema/values.js';
import { regexFault } from '../../promql/go-regex.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Regular expressions that RE2 does not take. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['blackbox'],
  code: 'blackbox/invalid-regex',
  severity: 'error',
  summary: 'a regular expression that is not valid',
  why: 'blackbox_exporter refuses to start on a regular expression that RE2 does not take. Those of DNS answers it compiles only at the probe, which then fails.',
  remedy: 'write a regular expression of RE2, which has no look-around and no back-references',
  check: (document) => [
    ...valuesOf(document, 'regex').flatMap((value) => problem(value)),
    ...valuesOf(document, 'regex-at-probe').flatMap((value) =>
      problem(value).map((found) => ({ ...found, severity: 'warning' as const })),
    ),
  ],
};

function problem(value: KindValue): Problem[] {
  const written = text(value.node);
  const fault = written === undefined ? undefined : regexFault(written);
  if (fault === undefined) return [];
  return [
    {
      message: `${nameOf(value)} has the regular expression "${written ?? ''}", which is not valid: ${fault}`,
      at: value.node.at,
    },
  ];
}
