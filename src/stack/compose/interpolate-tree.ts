import { COMPOSE_CASTS, castText, type Cast } from '../../model/compose-casts.js';
import type { PathTable } from '../../model/path-table.js';
import type { SourceRange } from '../../model/source.js';
import type { MappingEntry, ScalarNode, YamlNode } from '../../model/yaml-node.js';
import { rangeInScalar } from '../../yaml/scalar-offsets.js';
import { interpolate, type InterpolationProblem } from './interpolate.js';

/** A problem and the range it is printed at. */
export interface PlacedProblem extends InterpolationProblem {
  readonly at: SourceRange;
}

type Casts = PathTable<Cast> | undefined;

/** Interpolates every value of a document, not the keys; a changed scalar keeps the range it is written at. */
export function interpolateTree(
  root: YamlNode,
  variables: Readonly<Record<string, string>>,
  problems: PlacedProblem[],
): YamlNode {
  return new TreeInterpolation(variables, problems).node(root, COMPOSE_CASTS);
}

class TreeInterpolation {
  /** Aliases share nodes: each is done once for every place of the table of casts, and its problems are told once. */
  readonly #done = new Map<Casts, Map<YamlNode, YamlNode>>();
  readonly #told = new Set<YamlNode>();

  constructor(
    private readonly variables: Readonly<Record<string, string>>,
    private readonly problems: PlacedProblem[],
  ) {}

  node(node: YamlNode, casts: Casts): YamlNode {
    if (node.kind === 'scalar') return this.#scalar(node, casts?.value);
    const done = this.#done.get(casts) ?? new Map<YamlNode, YamlNode>();
    this.#done.set(casts, done);
    const known = done.get(node);
    if (known) return known;
    const result = node.kind === 'sequence' ? this.#sequence(node, casts?.at('[]')) : this.#mapping(node, casts);
    done.set(node, result);
    return result;
  }

  #sequence(node: YamlNode & { kind: 'sequence' }, casts: Casts): YamlNode {
    const items = node.items.map((item) => this.node(item, casts));
    return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
  }

  #mapping(node: YamlNode & { kind: 'mapping' }, casts: Casts): YamlNode {
    let changed: Map<string, MappingEntry> | undefined;
    for (const [key, entry] of node.entries) {
      const value = this.node(entry.value, casts?.at(key));
      if (value === entry.value) continue;
      changed ??= new Map(node.entries);
      changed.set(key, { key: entry.key, value });
    }
    return changed ? { ...node, entries: changed } : node;
  }

  #scalar(node: ScalarNode, cast: Cast | undefined): ScalarNode {
    const text = node.text.includes('$') ? this.#text(node) : node.text;
    if (text === node.text && (cast === undefined || typeof node.value !== 'string')) return node;
    const value = cast === undefined ? text : (castText(text, cast) ?? text);
    return text === node.text && value === node.value ? node : { ...node, text, value };
  }

  #text(node: ScalarNode): string {
    const { text, problems } = interpolate(node.text, this.variables);
    if (!this.#told.has(node)) {
      for (const problem of problems)
        this.problems.push({ ...problem, at: rangeInScalar(node, problem.start, problem.end) });
    }
    this.#told.add(node);
    return text;
  }
}
