import type { Located, SourceRange } from './source.js';

/** A scalar as Go's YAML decoders see it. */
export interface ScalarNode {
  readonly kind: 'scalar';
  /** string, number, boolean or null by Go's rules for plain scalars; always a string when quoted. */
  readonly value: string | number | boolean | null;
  /** The text itself: what Go decodes into a string field. */
  readonly text: string;
  readonly style: 'plain' | 'quoted' | 'block';
  readonly at: SourceRange;
  /** `!reset` or `!override` of the Compose specification. */
  readonly tag?: string | undefined;
}

/** A sequence, in order. */
export interface SequenceNode {
  readonly kind: 'sequence';
  readonly items: readonly YamlNode[];
  readonly at: SourceRange;
  /** `!reset` or `!override` of the Compose specification. */
  readonly tag?: string | undefined;
}

/** One key of a mapping; `at` of the key is where it is written, also when a merge key brought it here. */
export interface MappingEntry {
  readonly key: ScalarNode;
  readonly value: YamlNode;
}

/** A mapping whose merge keys (`<<`) are applied; own keys win over merged ones. */
export interface MappingNode {
  readonly kind: 'mapping';
  readonly entries: ReadonlyMap<string, MappingEntry>;
  readonly at: SourceRange;
  readonly tag?: string | undefined;
}

/** A node of a YAML document; each one knows where it is written. */
export type YamlNode = ScalarNode | SequenceNode | MappingNode;

/** The value of a key, or undefined when the node is no mapping or lacks the key. */
export function child(node: YamlNode | undefined, ...path: readonly string[]): YamlNode | undefined {
  let current = node;
  for (const key of path) {
    if (current?.kind !== 'mapping') return undefined;
    current = current.entries.get(key)?.value;
  }
  return current;
}

/** The range of a key's own text, for findings about the key rather than its value. */
export function keyRange(node: YamlNode | undefined, key: string): SourceRange | undefined {
  return node?.kind === 'mapping' ? node.entries.get(key)?.key.at : undefined;
}

/** The items of a sequence, none for anything else. */
export function items(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'sequence' ? node.items : [];
}

/** The entries of a mapping, none for anything else. */
export function entries(node: YamlNode | undefined): readonly [string, MappingEntry][] {
  return node?.kind === 'mapping' ? [...node.entries] : [];
}

/** The text of a scalar that is not null. */
export function text(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? node.text : undefined;
}

/** The text of a scalar with its place. A scalar of text is that itself: of those there may be many thousands. */
export function located(node: YamlNode): Located<string> | undefined {
  if (node.kind !== 'scalar' || node.value === null) return undefined;
  return isText(node) ? node : { value: node.text, at: node.at };
}

function isText(node: ScalarNode): node is ScalarNode & { readonly value: string } {
  return node.value === node.text;
}
