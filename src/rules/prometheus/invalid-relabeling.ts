import type { Document } from '../../model/document.js';
import type { SourceRange } from '../../model/source.js';
import { child, keyRange, text, type MappingNode } from '../../model/yaml-node.js';
import { mappingsOf, ownerOf, type KindValue } from '../../schema/values.js';
import { labelNameTest } from '../label-names.js';
import type { DocumentRule, Problem } from '../rule.js';
import { isSet } from '../set-keys.js';

type Finding = Pick<Problem, 'message' | 'at' | 'help'>;

const NEED_TARGET = ['replace', 'hashmod', 'lowercase', 'uppercase', 'keepequal', 'dropequal'];
const DEFAULTS: Readonly<Record<string, string>> = { replacement: '$1', separator: ';', modulus: '0' };

/** Relabeling steps whose keys do not fit their action. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus', 'scrape-configs'],
  code: 'prometheus/invalid-relabeling',
  severity: 'error',
  summary: 'a relabeling step lacks a key that its action needs, or has one that the action does not take',
  why: 'Each relabeling action has its own keys. Prometheus refuses a configuration in which a step lacks one of them or has another that is never read.',
  remedy: 'give the step the keys of its action',
  check: (document) => mappingsOf(document, 'relabel_config').flatMap((value) => judge(document, value)),
};

function judge(document: Document, value: KindValue<MappingNode>): Problem[] {
  const { node } = value;
  const action = (text(child(node, 'action')) ?? 'replace').toLowerCase();
  const owner = ownerOf(value);
  const where = `${action} step${owner === '' ? '' : ` of ${owner}`}`;
  return [
    ...missingKeys(node, action, where),
    ...unusedKeys(node, action, where),
    ...badLabels(document, value, action, where),
  ];
}

function missingKeys(node: MappingNode, action: string, where: string): Finding[] {
  const found: Finding[] = [];
  const at = keyRange(node, 'action') ?? node.at;
  if (NEED_TARGET.includes(action) && !isSet(node, 'target_label'))
    found.push({ message: `the ${where} lacks "target_label"`, at, help: 'add target_label: the label to write' });
  if (action === 'hashmod' && !isSet(node, 'modulus'))
    found.push({
      message: `the ${where} needs a "modulus" above zero`,
      at,
      help: 'add modulus: the number of buckets',
    });
  return found;
}

/** Keys that an action does not take, as far as they are not at their default. */
function unusedKeys(node: MappingNode, action: string, where: string): Finding[] {
  const refused: Readonly<Record<string, readonly string[]>> = {
    lowercase: ['replacement'],
    uppercase: ['replacement'],
    keepequal: ['regex', 'modulus', 'separator', 'replacement'],
    dropequal: ['regex', 'modulus', 'separator', 'replacement'],
    labeldrop: ['source_labels', 'target_label', 'modulus', 'separator', 'replacement'],
    labelkeep: ['source_labels', 'target_label', 'modulus', 'separator', 'replacement'],
  };
  return (refused[action] ?? []).flatMap((key) => {
    const value = child(node, key);
    if (!value || isDefault(node, key)) return [];
    return [
      {
        message: `the ${where} does not take "${key}"`,
        at: keyRange(node, key) ?? node.at,
        help: `remove "${key}"; the action ${action} never reads it`,
      },
    ];
  });
}

function isDefault(node: MappingNode, key: string): boolean {
  const value = child(node, key);
  if (value?.kind === 'scalar' && value.value === null) return true;
  // Prometheus compares patterns by identity, so that even the default one counts as set.
  if (key === 'source_labels' || key === 'regex') return false;
  return (text(value) ?? '') === (DEFAULTS[key] ?? '');
}

function badLabels(document: Document, { node }: KindValue<MappingNode>, action: string, where: string): Finding[] {
  const valid = labelNameTest(document);
  const bad = (key: string, at: SourceRange, written: string): Finding => ({
    message: `"${key}" of the ${where} is "${written}", expected a label name`,
    at,
  });
  const target = child(node, 'target_label');
  const written = text(target) ?? '';
  if (target && written !== '' && NEED_TARGET.includes(action)) {
    const ok = action === 'replace' && !valid('a-b') ? isTemplateOfLabel(written) : valid(written);
    if (!ok) return [bad('target_label', target.at, written)];
  }
  const replacement = child(node, 'replacement');
  if (action !== 'labelmap' || !replacement) return [];
  const mapped = text(replacement) ?? '';
  const ok = valid('a-b') ? mapped !== '' : isTemplateOfLabel(mapped);
  return ok ? [] : [bad('replacement', replacement.at, mapped)];
}

/** A label name in which parts may be groups of the regex: `$1`, `${name}`. Source: relabelTarget in prometheus `model/relabel`. */
function isTemplateOfLabel(written: string): boolean {
  return /^(?:(?:[a-zA-Z_]|\$(?:\{\w+\}|\w+))+\w*)+$/.test(written);
}
