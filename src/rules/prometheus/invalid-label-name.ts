import { child, entries, items, text } from '../../model/yaml-node.js';
import { mappingsOf, ownerOf } from '../../schema/values.js';
import { labelNameTest } from '../label-names.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Label names that Prometheus does not take. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus', 'scrape-configs', 'target-groups'],
  code: 'prometheus/invalid-label-name',
  severity: 'error',
  summary: 'a label name that Prometheus does not take',
  why: 'A label name is never empty; before Prometheus 3 it is letters, digits and underscores and does not start with a digit. Prometheus refuses a configuration with another one.',
  remedy: 'write letters, digits and underscores, a letter or underscore first',
  check: (document) => [
    ...mappingsOf(document, 'labels').flatMap((value): Problem[] => {
      const valid = labelNameTest(document);
      const owner = ownerOf(value);
      return entries(value.node)
        .filter(([name]) => !valid(name))
        .map(([name, { key }]) => ({
          message: `label name "${name}" in ${value.key}${owner === '' ? '' : ` of ${owner}`} is not valid`,
          at: key.at,
        }));
    }),
    ...mappingsOf(document, 'relabel_config').flatMap((value) => {
      const valid = labelNameTest(document);
      const owner = ownerOf(value);
      return items(child(value.node, 'source_labels'))
        .filter((item) => !valid(text(item) ?? ''))
        .map((item) => ({
          message: `source label "${text(item) ?? ''}"${owner === '' ? '' : ` of ${owner}`} is not a valid label name`,
          at: item.at,
        }));
    }),
  ],
};
