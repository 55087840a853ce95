import { goUrlProblem } from '../../model/go-url.js';
import { text } from '../../model/yaml-node.js';
import { nameOf, valuesOf } from '../../schema/values.js';
import type { DocumentRule } from '../rule.js';

/** URLs that cannot be parsed. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus', 'scrape-configs'],
  code: 'prometheus/invalid-url',
  severity: 'error',
  summary: 'a URL that Prometheus cannot parse',
  why: 'Prometheus refuses a configuration with a URL that cannot be parsed.',
  remedy: 'write a whole URL, such as http://host:9090/path',
  check: (document) =>
    valuesOf(document, 'url').flatMap((value) => {
      const written = text(value.node);
      const problem = written === undefined ? undefined : goUrlProblem(written);
      if (written === undefined || problem === undefined) return [];
      return [{ message: `${nameOf(value)} is "${written}": ${problem}`, at: value.node.at }];
    }),
};
