import type { MappingEntry, MappingNode, ScalarNode, SequenceNode, YamlNode } from '../../model/yaml-node.js';

/** One text or a list of them as a list. */
export function listOf(node: YamlNode): SequenceNode {
  if (node.kind === 'sequence') return node;
  return { kind: 'sequence', items: node.kind === 'scalar' && node.value === null ? [] : [node], at: node.at };
}

/** A list of names as a mapping of names to nothing. */
export function nameMapping(node: YamlNode): MappingNode {
  return asMapping(node, (item) => [item.text, { key: item, value: { ...item, value: null, text: '' } }]);
}

/** A list of `KEY=VALUE`, or of `KEY` alone, as a mapping. */
export function pairMapping(node: YamlNode): MappingNode {
  return asMapping(node, (item) => pair(item, /^([^=]*)=(.*)$/s));
}

/** A list of `NAME=ADDRESS` or `NAME:ADDRESS` as a mapping of names to lists, since a name may have several addresses. */
export function hostMapping(node: YamlNode): MappingNode {
  const mapping = asMapping(node, (item) => pair(item, /^([^=:]*)[=:](.*)$/s));
  if (node.kind !== 'mapping') return mapping;
  return mapping;
}

function asMapping(node: YamlNode, entryOf: (item: ScalarNode) => [string, MappingEntry]): MappingNode {
  if (node.kind === 'mapping') return node;
  const scalars = node.kind === 'sequence' ? node.items.filter((item) => item.kind === 'scalar') : [];
  return { kind: 'mapping', entries: new Map(scalars.map(entryOf)), at: node.at };
}

function pair(item: ScalarNode, form: RegExp): [string, MappingEntry] {
  const [, name = item.text, value] = form.exec(item.text) ?? [];
  const valueNode: ScalarNode = { ...item, text: value ?? '', value: value ?? null };
  return [name, { key: { ...item, text: name, value: name }, value: valueNode }];
}
