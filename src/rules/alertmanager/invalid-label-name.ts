import { child, entries, items, text, type YamlNode } from '../../model/yaml-node.js';
import { mappingsOf, valuesOf } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Label names in group_by, equal and the old forms of matchers. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager'],
  code: 'alertmanager/invalid-label-name',
  severity: 'error',
  summary: 'a label name that is not valid, or that stands twice or beside ... in group_by',
  why: 'Alertmanager refuses to start when group_by or equal has an empty label, when group_by names a label twice or has other labels beside ..., and when match or match_re has a name with other characters than letters, digits and underscores.',
  remedy: 'name each label once; write [...] alone to group by all labels',
  check: (document) => [
    ...[...mappingsOf(document, 'root_route'), ...mappingsOf(document, 'route')].flatMap(({ node }) =>
      groupProblems(items(child(node, 'group_by'))),
    ),
    ...mappingsOf(document, 'inhibit_rule').flatMap(({ node }) => emptyNames(items(child(node, 'equal')), 'equal')),
    ...valuesOf(document, 'match').flatMap(({ node, key }) =>
      entries(node).flatMap(([name, entry]): Problem[] =>
        CLASSIC.test(name)
          ? []
          : [
              {
                message: `"${name}" in ${key} is no label name, expected letters, digits and underscores, not first a digit`,
                at: entry.key.at,
                help: 'use matchers, which take any label name in double quotes',
              },
            ],
      ),
    ),
  ],
};

const CLASSIC = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

function emptyNames(labels: readonly YamlNode[], key: string): Problem[] {
  return labels.flatMap((label) =>
    label.kind === 'scalar' && (text(label) ?? '') === ''
      ? [{ message: `a label name in ${key} is empty, expected the name of a label`, at: label.at }]
      : [],
  );
}

function groupProblems(labels: readonly YamlNode[]): Problem[] {
  const seen = new Set<string>();
  const all = labels.find((label) => text(label) === '...');
  const beside = all ? labels.find((label) => text(label) !== '...') : undefined;
  const mixed: Problem[] =
    all && beside
      ? [
          {
            message: `group_by has "${text(beside) ?? ''}" beside "...", expected "..." alone`,
            at: beside.at,
            help: 'remove "..." or the other labels',
            related: [{ message: '"..." groups by all labels', at: all.at }],
          },
        ]
      : [];
  const twice = labels.flatMap((label): Problem[] => {
    const name = text(label) ?? '';
    const known = seen.has(name);
    seen.add(name);
    if (!known || name === '...' || name === '') return [];
    return [{ message: `group_by names the label "${name}" twice`, at: label.at, help: `remove the second "${name}"` }];
  });
  return [...mixed, ...emptyNames(labels, 'group_by'), ...twice];
}
