import type { Document } from '../../model/document.js';
import { child, entries, keyRange, text, type MappingNode } from '../../model/yaml-node.js';
import { isLegacyMetricName } from '../../model/metric-names.js';
import { mappingsOf } from '../../schema/values.js';
import { labelNameTest } from '../label-names.js';
import type { DocumentRule, Problem } from '../rule.js';
import { isSet } from '../set-keys.js';

const ONLY_ALERTS = ['for', 'keep_firing_for', 'annotations'];

/** Rules whose keys or names do not go together. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['rules'],
  code: 'alerting/invalid-rule',
  severity: 'error',
  summary: 'a rule that is neither an alert nor a recording rule, is both, or has a bad name',
  why: 'A rule either records or alerts. Prometheus refuses a rule file with a rule that does both, or that has keys or names which its kind does not take.',
  remedy: 'give the rule either "alert" or "record", and the keys that go with it',
  check: (document) => [
    ...mappingsOf(document, 'rule').flatMap(({ node }) => [
      ...kindOf(node),
      ...names(document, node),
      ...labels(document, node),
    ]),
    ...mappingsOf(document, 'group').flatMap(({ node }) => labels(document, node)),
  ],
};

function kindOf(node: MappingNode): Problem[] {
  const alert = isSet(node, 'alert');
  const record = isSet(node, 'record');
  if (alert && record)
    return [
      {
        message: `a rule has both "alert" (${text(child(node, 'alert')) ?? ''}) and "record" (${text(child(node, 'record')) ?? ''})`,
        at: keyRange(node, 'record') ?? node.at,
        help: 'make two rules of it',
      },
    ];
  if (!alert && !record && (child(node, 'alert') ?? child(node, 'record')))
    return [
      {
        message: 'a rule has an empty name',
        at: (child(node, 'alert') ?? child(node, 'record') ?? node).at,
        help: 'write the name of the alert or of the metric',
      },
    ];
  if (!record) return [];
  const name = text(child(node, 'record')) ?? '';
  return ONLY_ALERTS.filter((key) =>
    key === 'annotations' ? entries(child(node, key)).length > 0 : isSetDuration(node, key),
  ).map((key) => ({
    message: `recording rule "${name}" has "${key}", which only an alert takes`,
    at: keyRange(node, key) ?? node.at,
    help: `remove "${key}"`,
  }));
}

/** A duration of zero is as good as none. */
function isSetDuration(node: MappingNode, key: string): boolean {
  return isSet(node, key) && !/^0(?:ms|[smhdwy])?$/.test(text(child(node, key)) ?? '');
}

function names({ version }: Document, node: MappingNode): Problem[] {
  const record = child(node, 'record');
  const written = text(record) ?? '';
  if (!record || written === '') return [];
  if (/[{}]/.test(written))
    return [
      {
        message: `recording rule "${written}" has braces in its name`,
        at: record.at,
        help: 'a selector goes into expr, labels go into labels',
      },
    ];
  if (version.major >= 3 || isLegacyMetricName(written)) return [];
  return [
    {
      message: `recording rule "${written}" is no metric name`,
      at: record.at,
      help: 'write letters, digits, underscores and colons',
    },
  ];
}

function labels(document: Document, node: MappingNode): Problem[] {
  const valid = labelNameTest(document);
  return ['labels', 'annotations'].flatMap((section) =>
    entries(child(node, section))
      .filter(([name]) => !valid(name) || (section === 'labels' && name === '__name__'))
      .map(([name, { key }]) => ({
        message: `"${name}" in ${section} is not a valid name${name === '__name__' ? ': the metric has its name from "record"' : ''}`,
        at: key.at,
        help: 'write letters, digits and underscores, a letter or underscore first',
      })),
  );
}
