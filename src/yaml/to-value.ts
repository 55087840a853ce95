import type { YamlNode } from '../model/yaml-node.js';

/** The plain value of a node, for a JSON schema. Shared nodes stay shared, so aliases cost nothing. */
export function toValue(node: YamlNode | undefined, seen = new Map<YamlNode, unknown>()): unknown {
  if (node === undefined) return null;
  if (node.kind === 'scalar') return node.value;
  const known = seen.get(node);
  if (known !== undefined) return known;
  const value =
    node.kind === 'sequence'
      ? node.items.map((item) => toValue(item, seen))
      : Object.fromEntries([...node.entries].map(([key, entry]) => [key, toValue(entry.value, seen)]));
  seen.set(node, value);
  return value;
}
