import {
  entries,
  text,
  type MappingEntry,
  type MappingNode,
  type ScalarNode,
  type YamlNode,
} from '../../model/yaml-node.js';

/** Paths (with `*` for any key) whose later value takes the place of the earlier one. */
const REPLACED = ['services.*.command', 'services.*.entrypoint', 'services.*.healthcheck.test'];
/** Paths that may be a list of `KEY=VALUE` or a mapping, and merge as mappings. */
const LIST_OR_MAPPING = [
  'services.*.environment',
  'services.*.labels',
  'services.*.annotations',
  'services.*.extra_hosts',
  'services.*.sysctls',
  'services.*.build.args',
  'services.*.build.labels',
];
/** Paths that may be a list of names or a mapping of them. */
const NAMES_OR_MAPPING = ['services.*.depends_on', 'services.*.networks'];

/**
 * Merges a later compose file into an earlier one by the rules of the Compose specification: mappings deep, lists appended,
 * with its exceptions. https://docs.docker.com/reference/compose-file/merge/
 */
export function mergeNodes(base: YamlNode, override: YamlNode, path: readonly string[] = []): YamlNode | undefined {
  const tag = override.kind === 'scalar' ? undefined : override.tag;
  if (tag === '!reset') return undefined;
  if (tag === '!override' || matches(path, REPLACED)) return override;
  if (matches(path, NAMES_OR_MAPPING))
    return mergeMappings(asMapping(base, nameEntry), asMapping(override, nameEntry), path);
  if (matches(path, LIST_OR_MAPPING))
    return mergeMappings(asMapping(base, pairEntry), asMapping(override, pairEntry), path);
  if (base.kind === 'mapping' && override.kind === 'mapping') return mergeMappings(base, override, path);
  if (base.kind === 'sequence' && override.kind === 'sequence') return mergeSequences(base.items, override, path);
  return override;
}

function matches(path: readonly string[], patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const parts = pattern.split('.');
    return parts.length === path.length && parts.every((part, index) => part === '*' || part === path[index]);
  });
}

function mergeMappings(base: MappingNode, override: MappingNode, path: readonly string[]): MappingNode {
  const merged = new Map(base.entries);
  for (const [name, entry] of override.entries) {
    const earlier = merged.get(name);
    const value = mergeNodes(earlier?.value ?? entry.value, entry.value, [...path, name]);
    if (value === undefined) merged.delete(name);
    else merged.set(name, { key: earlier?.key ?? entry.key, value: earlier ? value : entry.value });
  }
  return { ...base, entries: merged };
}

/** Appended; an item that names the same thing as an earlier one (a mount point, a port, a config) takes its place. */
function mergeSequences(
  base: readonly YamlNode[],
  override: YamlNode & { kind: 'sequence' },
  path: readonly string[],
): YamlNode {
  const identity = (item: YamlNode): string => identityOf(item, path.at(-1) ?? '');
  const replaced = new Set(override.items.map(identity));
  return { ...override, items: [...base.filter((item) => !replaced.has(identity(item))), ...override.items] };
}

function identityOf(item: YamlNode, key: string): string {
  if (item.kind === 'scalar') return key === 'volumes' ? (item.text.split(':')[1] ?? item.text) : item.text;
  const named = ['target', 'source'].map((name) =>
    text(item.kind === 'mapping' ? item.entries.get(name)?.value : undefined),
  );
  return (
    named.find((name) => name !== undefined && (key === 'volumes' || key === 'configs' || key === 'secrets')) ??
    JSON.stringify(item.at.start)
  );
}

function asMapping(node: YamlNode, entryOf: (item: ScalarNode) => [string, MappingEntry]): MappingNode {
  if (node.kind === 'mapping') return node;
  const scalars = node.kind === 'sequence' ? node.items.filter((item) => item.kind === 'scalar') : [];
  return { kind: 'mapping', entries: new Map(scalars.map(entryOf)), at: node.at };
}

function nameEntry(item: ScalarNode): [string, MappingEntry] {
  return [item.text, { key: item, value: { ...item, value: null, text: '' } }];
}

/** `KEY=VALUE`, or `KEY` alone, whose value comes from the shell. `extra_hosts` also writes `NAME:ADDRESS`. */
function pairEntry(item: ScalarNode): [string, MappingEntry] {
  const [, name = item.text, value] = /^([^=:]+)[=:](.*)$/s.exec(item.text) ?? [];
  const valueNode: ScalarNode = { ...item, text: value ?? '', value: value ?? null };
  return [name, { key: { ...item, text: name, value: name }, value: valueNode }];
}

/** The mapping without keys of which the value is tagged `!reset` although no earlier file has them. */
export function withoutResets(node: YamlNode): YamlNode {
  if (node.kind !== 'mapping') return node;
  const kept = entries(node).flatMap(([name, entry]): [string, MappingEntry][] =>
    entry.value.kind !== 'scalar' && entry.value.tag === '!reset'
      ? []
      : [[name, { key: entry.key, value: withoutResets(entry.value) }]],
  );
  return { ...node, entries: new Map(kept) };
}
