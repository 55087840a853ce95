import type { SourceRange } from '../../model/source.js';
import type { MappingEntry, ScalarNode, YamlNode } from '../../model/yaml-node.js';
import { resolvePlain } from '../../yaml/go-scalar.js';
import { interpolate, type InterpolationProblem } from './interpolate.js';

/** A problem and the range it is printed at. */
export interface PlacedProblem extends InterpolationProblem {
  readonly at: SourceRange;
}

/** Interpolates every value, not the keys; a changed scalar keeps the range it is written at. */
export function interpolateTree(
  node: YamlNode,
  variables: Readonly<Record<string, string>>,
  problems: PlacedProblem[],
  done = new Map<YamlNode, YamlNode>(),
): YamlNode {
  // Aliases share nodes: each is done once, so that its problems are told once.
  const known = done.get(node);
  if (known) return known;
  const result = interpolateNode(node, variables, problems, done);
  done.set(node, result);
  return result;
}

function interpolateNode(
  node: YamlNode,
  variables: Readonly<Record<string, string>>,
  problems: PlacedProblem[],
  done: Map<YamlNode, YamlNode>,
): YamlNode {
  if (node.kind === 'scalar') return node.text.includes('$') ? interpolateScalar(node, variables, problems) : node;
  if (node.kind === 'sequence') {
    return { ...node, items: node.items.map((item) => interpolateTree(item, variables, problems, done)) };
  }
  const entries = [...node.entries].map(([key, entry]): [string, MappingEntry] => [
    key,
    { key: entry.key, value: interpolateTree(entry.value, variables, problems, done) },
  ]);
  return { ...node, entries: new Map(entries) };
}

function interpolateScalar(
  node: ScalarNode,
  variables: Readonly<Record<string, string>>,
  problems: PlacedProblem[],
): ScalarNode {
  const { text, problems: found } = interpolate(node.text, variables);
  for (const problem of found) problems.push({ ...problem, at: placeIn(node, problem) });
  // Compose casts by what the field wants, so the text of a variable may become a number or a boolean.
  const value = text === '' ? '' : resolvePlain(text, 'v3');
  return { ...node, text, value };
}

/** The exact place where the text stands in the file as it reads; the whole scalar where quotes or folding changed it. */
function placeIn(node: ScalarNode, { start, end }: InterpolationProblem): SourceRange {
  const offset = node.at.start + (node.style === 'quoted' ? 1 : 0);
  const written = node.at.file.text.slice(offset, offset + node.text.length);
  return written === node.text ? { file: node.at.file, start: offset + start, end: offset + end } : node.at;
}
