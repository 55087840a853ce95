import { child, entries, type YamlNode } from '../../model/yaml-node.js';
import { mappingsOf, ownerOf } from '../../schema/values.js';
import { templateProblem, type TemplateNames } from '../../template/check.js';
import { rangeInScalar } from '../../yaml/scalar-offsets.js';
import type { DocumentRule, Problem } from '../rule.js';

/** What Prometheus adds to Go's templates. Source: https://prometheus.io/docs/prometheus/latest/configuration/template_reference/ */
const NAMES: TemplateNames = {
  variables: ['$labels', '$externalLabels', '$externalURL', '$value'],
  functions: [
    'args',
    'externalURL',
    'first',
    'graphLink',
    'humanize',
    'humanize1024',
    'humanizeDuration',
    'humanizePercentage',
    'humanizeTimestamp',
    'label',
    'match',
    'now',
    'parseDuration',
    'pathPrefix',
    'query',
    'reReplaceAll',
    'safeHtml',
    'sortByLabel',
    'stripDomain',
    'stripPort',
    'strvalue',
    'tableLink',
    'title',
    'toDuration',
    'toLower',
    'toTime',
    'toUpper',
    'urlQueryEscape',
    'value',
  ],
};

/** Templates in labels and annotations that cannot be parsed. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['rules'],
  code: 'alerting/invalid-template',
  severity: 'error',
  summary: 'a template in a label or annotation that cannot be parsed',
  why: 'Labels and annotations of alerts are Go templates. Prometheus refuses a rule file with a template that it cannot parse.',
  remedy: 'mend the template, see https://prometheus.io/docs/prometheus/latest/configuration/template_reference/',
  check: (document) =>
    mappingsOf(document, 'rule').flatMap(({ node, key, inside }) =>
      child(node, 'alert') === undefined
        ? []
        : ['labels', 'annotations'].flatMap((section) =>
            entries(child(node, section)).flatMap(([name, { value }]) =>
              judge(
                value,
                `${section === 'labels' ? 'label' : 'annotation'} "${name}" of ${ownerOf({ inside: { node, key, inside } })}`,
              ),
            ),
          ),
    ),
};

function judge(node: YamlNode, name: string): Problem[] {
  if (node.kind !== 'scalar') return [];
  const problem = templateProblem(node.text, NAMES);
  if (!problem) return [];
  return [
    { message: `${name} is no template: ${problem.message}`, at: rangeInScalar(node, problem.start, problem.end) },
  ];
}
