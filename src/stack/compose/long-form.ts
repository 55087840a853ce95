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
  return asMapping(node, pair);
}

/** A list of services as a mapping in which each is waited for until it is started. */
export function dependencyMapping(node: YamlNode): MappingNode {
  return asMapping(node, (item) => {
    const scalar = (value: string): ScalarNode => ({ kind: 'scalar', value, text: value, style: 'plain', at: item.at });
    const condition = { key: scalar('condition'), value: scalar('service_started') };
    return [
      item.text,
      { key: item, value: { kind: 'mapping', entries: new Map([['condition', condition]]), at: item.at } },
    ];
  });
}

/** `extra_hosts` as a list of `NAME=ADDRESS`; in a mapping a name may have one address or a list of them. */
export function hostList(node: YamlNode): SequenceNode {
  if (node.kind !== 'mapping') return listOf(node);
  const items = [...node.entries].flatMap(([name, { value }]) =>
    listOf(value).items.map((item): YamlNode => {
      if (item.kind !== 'scalar') return item;
      const text = `${name}=${item.text}`;
      return { ...item, text, value: text };
    }),
  );
  return { kind: 'sequence', items, at: node.at };
}

function asMapping(node: YamlNode, entryOf: (item: ScalarNode) => [string, MappingEntry]): MappingNode {
  if (node.kind === 'mapping') return node;
  const scalars = node.kind === 'sequence' ? node.items.filter((item) => item.kind === 'scalar') : [];
  return { kind: 'mapping', entries: new Map(scalars.map(entryOf)), at: node.at };
}

function pair(item: ScalarNode): [string, MappingEntry] {
  const [, name = item.text, value] = /^([^=]*)=(.*)$/s.exec(item.text) ?? [];
  const valueNode: ScalarNode = { ...item, text: value ?? '', value: value ?? null };
  return [name, { key: { ...item, text: name, value: name }, value: valueNode }];
}
