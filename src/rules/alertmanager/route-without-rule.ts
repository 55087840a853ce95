import { nearest } from '../../model/nearest.js';
import { imageName } from '../../model/service-flags.js';
import type { Document } from '../../model/document.js';
import type { SourceRange } from '../../model/source.js';
import type { Stack } from '../../model/stack.js';
import { child, entries, items, text } from '../../model/yaml-node.js';
import { matchWhole } from '../../promql/go-regex.js';
import { valuesOf } from '../../schema/values.js';
import { replaceWithin } from '../edits.js';
import type { Problem, StackRule } from '../rule.js';
import { hasUnseenFiles } from '../sample-sources.js';
import { isPrometheusServer } from '../server-roles.js';
import { labelsOf, rulesOf } from '../stack-rules.js';

/** Programs that send alerts of their own. */
const SENDERS = /^(?:loki|mimir|thanos|vmalert|cortex|alertmanager-.*|elastalert.*)$/;

/** A condition of a route or an inhibition. */
interface Condition {
  readonly label: string;
  readonly regex: boolean;
  readonly value: string;
  readonly at: SourceRange;
}

/** Routes for a value that no alert has. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'alertmanager/route-without-rule',
  severity: 'notice',
  summary: 'a route or an inhibition for a label value that no alerting rule sets',
  why: 'When every alerting rule says itself what a label is, as with severity, no alert can have another value. What waits for one is never used, and the alerts go elsewhere.',
  remedy: 'write a value that the rules set, or set it in a rule',
  check(stack) {
    const asked = stack.documents.filter(({ kind }) => kind === 'alertmanager').flatMap(conditions);
    const set = asked.length > 0 ? valuesSet(stack) : undefined;
    return set ? asked.flatMap((one) => judge(one, set)) : [];
  },
};

type Values = ReadonlyMap<string, ReadonlyMap<string, SourceRange>>;

/** Of each label that every alert sets, its values and where they are set first; undefined when others may send alerts too. */
function valuesSet(stack: Stack): Values | undefined {
  const { config } = stack.prometheus ?? {};
  const alerts = rulesOf(stack).filter(({ alert }) => alert);
  if (!config || alerts.length === 0 || hasUnseenFiles(stack)) return undefined;
  if (items(child(config.root, 'alerting', 'alert_relabel_configs')).length > 0) return undefined;
  if (items(child(config.root, 'alerting', 'alertmanagers')).some((one) => child(one, 'alert_relabel_configs')))
    return undefined;
  const { services } = stack.project;
  if (services.some(({ image }) => SENDERS.test(imageName(image?.value ?? '')))) return undefined;
  if (services.filter((one) => isPrometheusServer(stack, one)).length > 1) return undefined;
  const values = new Map<string, Map<string, SourceRange>>();
  for (const [index, rule] of alerts.entries()) {
    const labels = labelsOf(rule);
    if (rule.alert) labels.set('alertname', { value: rule.alert.text, at: rule.alert.at });
    for (const known of [...values.keys()]) if (!labels.has(known)) values.delete(known);
    for (const [name, { value, at }] of labels) {
      if (index === 0) values.set(name, new Map());
      const own = values.get(name);
      if (value.includes('{{') || value === '') values.delete(name);
      else if (own && !own.has(value)) own.set(value, at);
    }
  }
  return values;
}

/** `LABEL="value"`, the value in either quotes or none; one matcher only. */
const MATCHER = /^\s*\{?\s*([a-zA-Z_]\w*)\s*(=~|!=|!~|=)\s*(?:"([^"\\]*)"|([^\s,"'{}=~!\\]+))\s*,?\s*\}?\s*$/;

function conditions(document: Document): Condition[] {
  const lines = valuesOf(document, 'matcher').flatMap(({ node }): Condition[] => {
    const [, label, operator, quoted, plain] = MATCHER.exec(text(node) ?? '') ?? [];
    if (label === undefined || (operator !== '=' && operator !== '=~')) return [];
    return [{ label, regex: operator === '=~', value: quoted ?? plain ?? '', at: node.at }];
  });
  const mappings = valuesOf(document, 'match').flatMap(({ node, key }) =>
    entries(node).map(([label, { value }]) => ({
      label,
      regex: key.endsWith('_re'),
      value: text(value) ?? '',
      at: value.at,
    })),
  );
  return [...lines, ...mappings];
}

function judge({ label, regex, value, at }: Condition, set: Values): Problem[] {
  const values = set.get(label);
  // An empty value is met by alerts without the label.
  if (!values || value === '' || isMet(regex, value, [...values.keys()])) return [];
  const names = [...values.keys()];
  const similar = regex ? undefined : nearest(value, names);
  const edit = similar === undefined ? undefined : replaceWithin(at, value, similar);
  const first = values.get(similar ?? names[0] ?? '');
  const shown = names.slice(0, 5).map((name) => `"${name}"`);
  return [
    {
      message: `no alerting rule sets ${label} to ${regex ? 'what matches ' : ''}"${value}"; the rules set ${shown.join(', ')}${names.length > 5 ? ` and ${String(names.length - 5)} more` : ''}`,
      at,
      ...(similar === undefined ? {} : { help: `write "${similar}" in place of "${value}"` }),
      ...(first ? { related: [{ message: `set to "${similar ?? names[0] ?? ''}" here`, at: first }] } : {}),
      ...(edit ? { fix: { safety: 'suggested', title: `write ${similar ?? ''}`, edits: [edit] } } : {}),
    },
  ];
}

function isMet(regex: boolean, value: string, names: readonly string[]): boolean {
  if (!regex) return names.includes(value);
  try {
    return ['', ...names].some((name) => matchWhole(value, name));
  } catch {
    return true;
  }
}
