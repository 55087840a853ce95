import type { YamlNode } from '../model/yaml-node.js';

type Path = readonly (string | number)[];

/** Whether two documents mean the same but for what stands at the paths that may differ, which may also be new. Order of keys is no meaning. */
export function differsOnlyIn(a: YamlNode, b: YamlNode, mayDiffer: (path: Path) => boolean): boolean {
  return same(a, b, []);

  function same(one: YamlNode | undefined, other: YamlNode | undefined, path: Path): boolean {
    if (mayDiffer(path)) return true;
    if (one === undefined || other === undefined) {
      // A mapping that is new may hold only what may differ.
      const there = one ?? other;
      return there?.kind === 'mapping' && [...there.entries.keys()].every((key) => mayDiffer([...path, key]));
    }
    if (one.kind === 'scalar' && other.kind === 'scalar') return one.value === other.value && one.text === other.text;
    if (one.kind === 'sequence' && other.kind === 'sequence') {
      return (
        one.items.length === other.items.length &&
        one.items.every((item, index) => same(item, other.items[index], [...path, index]))
      );
    }
    if (one.kind !== 'mapping' || other.kind !== 'mapping') return false;
    const keys = new Set([...one.entries.keys(), ...other.entries.keys()]);
    return [...keys].every((key) => same(one.entries.get(key)?.value, other.entries.get(key)?.value, [...path, key]));
  }
}
