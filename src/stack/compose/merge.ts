import { tableAt, type PathTable } from '../../model/path-table.js';
import type { SourceRange } from '../../model/source.js';
import { child, type MappingEntry, type MappingNode, type YamlNode } from '../../model/yaml-node.js';
import { dependencyMapping, hostList, listOf, nameMapping, pairMapping } from './long-form.js';
import { MERGE_RULES, type MergeRule } from './merge-rules.js';

/** Tells of two values that cannot be merged. */
export type MergeReport = (message: string, at: SourceRange) => void;

/**
 * Merges a later compose file into an earlier one by the rules of the Compose specification: mappings deep, lists appended,
 * with its exceptions. https://docs.docker.com/reference/compose-file/merge/
 *
 * @param path where the two stand, for the exceptions
 * @returns undefined when the later one resets the earlier
 */
export function mergeNodes(
  base: YamlNode,
  override: YamlNode,
  report: MergeReport,
  path: readonly string[] = [],
): YamlNode | undefined {
  return new Merge(report).nodes(base, override, tableAt(MERGE_RULES, path), path.join('.'));
}

type Rules = PathTable<MergeRule> | undefined;

class Merge {
  constructor(private readonly report: MergeReport) {}

  nodes(base: YamlNode, override: YamlNode, rules: Rules, path: string): YamlNode | undefined {
    if (override.tag === '!reset') return undefined;
    if (override.tag === '!override') return override;
    if (rules?.value) return this.#special(rules.value, base, override, rules, path);
    if (isNull(override)) return base;
    if (isNull(base)) return override;
    if (base.kind === 'mapping' && override.kind === 'mapping') return this.#mappings(base, override, rules, path);
    if (base.kind === 'sequence' && override.kind === 'sequence') return appended(base, override);
    if (base.kind !== 'scalar') {
      this.report(`"${path}" is a ${base.kind} in an earlier file and cannot become a ${override.kind}`, override.at);
    }
    return override;
  }

  #special(rule: MergeRule, base: YamlNode, override: YamlNode, rules: Rules, path: string): YamlNode | undefined {
    if (rule === 'replace') return override;
    if (isNull(override)) return base;
    if (rule === 'texts') return appended(listOf(base), listOf(override));
    if (rule === 'pairs') return this.#mappings(pairMapping(base), pairMapping(override), rules, path);
    if (rule === 'names') return this.#mappings(nameMapping(base), nameMapping(override), rules, path);
    if (rule === 'dependencies')
      return this.#mappings(dependencyMapping(base), dependencyMapping(override), rules, path);
    if (rule === 'hosts') return appended(hostList(base), hostList(override));
    if (rule === 'build') return this.#mappings(contextMapping(base), contextMapping(override), rules, path);
    if (rule === 'subnets') return this.#subnets(listOf(base), listOf(override), path);
    if (rule === 'logging' && !sameDriver(base, override)) return override;
    if (base.kind !== 'mapping' || override.kind !== 'mapping') {
      if (rule === 'logging') this.report(`"${path}" cannot be merged: both files must write a mapping`, override.at);
      return override;
    }
    return rule === 'logging' ? this.#mappings(base, override, rules, path) : override;
  }

  #mappings(base: MappingNode, override: MappingNode, rules: Rules, path: string): MappingNode {
    const merged = new Map(base.entries);
    for (const [name, entry] of override.entries) {
      const earlier = merged.get(name);
      if (!earlier) {
        if (entry.value.tag !== '!reset') merged.set(name, entry);
        continue;
      }
      const value = name.startsWith('x-')
        ? entry.value
        : this.nodes(earlier.value, entry.value, rules?.at(name), path === '' ? name : `${path}.${name}`);
      if (value === undefined) merged.delete(name);
      else merged.set(name, { key: earlier.key, value });
    }
    return { ...base, entries: merged };
  }

  /** The address ranges of a network: those of the same subnet are one. */
  #subnets(base: YamlNode & { kind: 'sequence' }, override: YamlNode & { kind: 'sequence' }, path: string): YamlNode {
    const merged = [...base.items];
    for (const item of override.items) {
      const subnet = textOf(child(item, 'subnet'));
      const index = merged.findIndex((earlier) => subnet !== undefined && textOf(child(earlier, 'subnet')) === subnet);
      const earlier = merged[index];
      if (earlier?.kind === 'mapping' && item.kind === 'mapping')
        merged[index] = this.#mappings(earlier, item, undefined, path);
      else merged.push(item);
    }
    return { ...base, items: merged };
  }
}

function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}

function appended(base: YamlNode & { kind: 'sequence' }, override: YamlNode & { kind: 'sequence' }): YamlNode {
  return { ...base, items: [...base.items, ...override.items] };
}

/** The options of two log drivers do not mix; a file that names none means the other's. */
function sameDriver(base: YamlNode, override: YamlNode): boolean {
  const drivers = [base, override].map((node) => textOf(child(node, 'driver')));
  return drivers.includes(undefined) || drivers[0] === drivers[1];
}

/** `build: DIRECTORY` is `build: {context: DIRECTORY}`. */
function contextMapping(node: YamlNode): MappingNode {
  if (node.kind === 'mapping') return node;
  const key = { kind: 'scalar', value: 'context', text: 'context', style: 'plain', at: node.at } as const;
  return { kind: 'mapping', entries: new Map([['context', { key, value: node }]]), at: node.at };
}

/** The document without what it resets itself and no earlier file has. */
export function withoutResets(node: YamlNode): YamlNode {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'sequence') {
    const items = node.items.filter(({ tag }) => tag !== '!reset').map(withoutResets);
    return items.length === node.items.length && items.every((item, index) => item === node.items[index])
      ? node
      : { ...node, items };
  }
  let changed: Map<string, MappingEntry> | undefined;
  for (const [name, entry] of node.entries) {
    const value = entry.value.tag === '!reset' ? undefined : withoutResets(entry.value);
    if (value === entry.value) continue;
    changed ??= new Map(node.entries);
    if (value === undefined) changed.delete(name);
    else changed.set(name, { key: entry.key, value });
  }
  return changed ? { ...node, entries: changed } : node;
}
