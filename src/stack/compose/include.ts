import { child, entries, items, keyRange, text, type MappingNode, type YamlNode } from '../../model/yaml-node.js';
import type { SourceRange } from '../../model/source.js';

/** One entry of `include`, paths as written. https://docs.docker.com/reference/compose-file/include/ */
export interface Include {
  readonly paths: readonly string[];
  readonly projectDirectory?: string | undefined;
  readonly envFiles: readonly string[];
  readonly at: SourceRange;
}

/** Reads the `include` section, short and long syntax. */
export function readIncludes(root: YamlNode): Include[] {
  return items(child(root, 'include')).map((item) => ({
    paths: item.kind === 'scalar' ? [item.text] : texts(child(item, 'path')),
    projectDirectory: text(child(item, 'project_directory')),
    envFiles: texts(child(item, 'env_file')),
    at: item.at,
  }));
}

function texts(node: YamlNode | undefined): string[] {
  return node?.kind === 'scalar' ? [node.text] : items(node).flatMap((item) => text(item) ?? []);
}

const SECTIONS = ['services', 'networks', 'volumes', 'configs', 'secrets', 'models'];

/** What a document defines although a project that it includes does so too, and differently: Compose takes neither. */
export function includeConflicts(
  document: MappingNode,
  included: MappingNode,
): { readonly section: string; readonly name: string; readonly at: SourceRange }[] {
  return SECTIONS.flatMap((section) =>
    entries(child(document, section)).flatMap(([name, { value, key }]) => {
      const other = child(included, section, name);
      return other === undefined || sameValue(value, other)
        ? []
        : [{ section, name, at: keyRange(child(document, section), name) ?? key.at }];
    }),
  );
}

function sameValue(one: YamlNode, other: YamlNode): boolean {
  if (one === other) return true;
  if (one.kind === 'scalar') return other.kind === 'scalar' && one.value === other.value;
  if (one.kind === 'sequence') {
    return (
      other.kind === 'sequence' &&
      one.items.length === other.items.length &&
      one.items.every((item, index) => same(item, other.items[index]))
    );
  }
  return (
    other.kind === 'mapping' &&
    one.entries.size === other.entries.size &&
    [...one.entries].every(([key, { value }]) => same(value, other.entries.get(key)?.value))
  );
}

function same(one: YamlNode, other: YamlNode | undefined): boolean {
  return other !== undefined && sameValue(one, other);
}
