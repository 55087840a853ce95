import { text } from '../../model/yaml-node.js';
import { nameOf, valuesOf } from '../../schema/values.js';
import { goRegexProblem } from '../../promql/go-regex.js';
import type { DocumentRule } from '../rule.js';

/** Regular expressions that Go's RE2 does not take. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus', 'scrape-configs'],
  code: 'prometheus/invalid-regex',
  severity: 'error',
  summary: 'a regular expression that Prometheus cannot compile',
  why: 'Prometheus uses RE2: it has no look-ahead, no look-behind and no back-references, and refuses a configuration with a pattern that it cannot compile.',
  remedy: 'write an RE2 expression, see https://github.com/google/re2/wiki/Syntax',
  check: (document) =>
    valuesOf(document, 'regex').flatMap((value) => {
      const written = text(value.node);
      const problem = written === undefined ? undefined : goRegexProblem(written);
      if (written === undefined || problem === undefined) return [];
      return [{ message: `${nameOf(value)} "${written}" does not compile: ${problem}`, at: value.node.at }];
    }),
};
