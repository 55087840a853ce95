import { text } from '../../model/yaml-node.js';
import { valuesOf } from '../../schema/values.js';
import { matcherFault } from '../matchers.js';
import { anchoredRegexFault } from '../../promql/go-regex.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Matchers and regular expressions of routes and inhibit rules that Alertmanager cannot read. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager'],
  code: 'alertmanager/invalid-matcher',
  severity: 'error',
  summary: 'a matcher that Alertmanager cannot read',
  why: 'Alertmanager refuses to start when neither of its two parsers can read a matcher, or when a regular expression is not valid by RE2.',
  remedy:
    'write LABEL, an operator (=, !=, =~ or !~) and a value in double quotes, such as severity=~"warning|critical"',
  check: (document) => [
    ...valuesOf(document, 'matcher').flatMap(({ node, key }): Problem[] => {
      if (node.kind !== 'scalar') return [];
      const written = text(node) ?? '';
      const fault = matcherFault(written);
      if (!fault) return [];
      const shown = `the matcher "${written}" in ${key}`;
      if (!fault.classicOnly) return [{ message: `${shown} is not valid: ${fault.message}`, at: node.at }];
      return [
        {
          message: `${shown} is read only by the old parser, to which Alertmanager falls back: ${fault.message}`,
          at: node.at,
          help: 'put the value into double quotes',
          severity: 'notice',
        },
      ];
    }),
    ...valuesOf(document, 'regex').flatMap(({ node, key }): Problem[] => {
      const written = text(node);
      const fault = written === undefined ? undefined : anchoredRegexFault(written);
      if (fault === undefined) return [];
      return [
        {
          message: `the regular expression "${written ?? ''}" for "${key}" is not valid: ${fault}`,
          at: node.at,
          help: 'write a regular expression of RE2, which has no look-around and no back-references',
        },
      ];
    }),
  ],
};
