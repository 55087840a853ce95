import type { PathTable } from '../model/path-table.js';
import type { MappingNode, YamlNode } from '../model/yaml-node.js';
import type { Problem } from './rule.js';

/** A node at a path of a table, what the table says of it, and the path as a message names it. */
export interface Place<T> {
  readonly node: YamlNode;
  readonly value: T;
  readonly name: string;
}

/** The nodes of a tree at the paths of a table; a list's items are the key `[]`. */
export function placesOf<T>(root: YamlNode, table: PathTable<T>): Place<T>[] {
  const found: Place<T>[] = [];
  collect(root, table, '', found);
  return found;
}

function collect<T>(node: YamlNode, table: PathTable<T> | undefined, name: string, found: Place<T>[]): void {
  if (table === undefined) return;
  if (table.value !== undefined) found.push({ node, value: table.value, name });
  if (node.kind === 'scalar') return;
  if (node.kind === 'sequence') {
    const below = table.at('[]');
    if (below)
      node.items.forEach((item, index) => {
        collect(item, below, `${name}[${String(index)}]`, found);
      });
    return;
  }
  for (const [key, { value }] of node.entries)
    collect(value, table.at(key), name === '' ? key : `${name}.${key}`, found);
}

/** What is wrong with a project or was after one of its files, each thing once. */
export function problemsOfStages(
  stages: readonly MappingNode[],
  judge: (root: MappingNode) => readonly Problem[],
): Problem[] {
  const unique = new Map<string, Problem>();
  for (const problem of stages.flatMap(judge)) {
    const place = problem.at ? `${problem.at.file.path}:${String(problem.at.start)}` : '';
    unique.set(`${place} ${problem.message}`, problem);
  }
  return [...unique.values()];
}

/** A value as a message quotes it. */
export function quoted(node: YamlNode): string {
  if (node.kind !== 'scalar') return `a ${node.kind}`;
  if (node.value === null) return 'empty';
  return `"${node.text.length > 60 ? `${node.text.slice(0, 57)}…` : node.text}"`;
}
