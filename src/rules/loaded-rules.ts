import { posix } from 'node:path';
import type { Document } from '../model/document.js';
import type { LoadedRule } from '../model/server-facts.js';
import { child, items, text, type YamlNode } from '../model/yaml-node.js';
import type { Run } from './rule.js';

/** A group of a file of rules, and what Prometheus has loaded of it. */
export interface LoadedGroup {
  readonly document: Document;
  readonly node: YamlNode;
  readonly name: string;
  readonly rules: readonly YamlNode[];
  /** In the same order, when all of them are loaded. */
  readonly loaded: readonly LoadedRule[];
}

/** Every group of the files of rules that Prometheus reads; none when it did not say what it has. */
export function loadedGroups({ stack, observation }: Run): readonly LoadedGroup[] {
  const rules = observation.server?.rules;
  const { service, configPath } = stack.prometheus ?? {};
  if (!rules || !service || !configPath) return [];
  const directory = posix.dirname(configPath.value);
  const byGroup = new Map<string, LoadedRule[]>();
  for (const rule of rules) {
    const key = `${posix.resolve(directory, rule.file)}\n${rule.group}`;
    byGroup.set(key, [...(byGroup.get(key) ?? []), rule]);
  }
  return stack.documents
    .filter(({ kind, place }) => kind === 'rules' && place.service === service.name)
    .flatMap((document) =>
      items(child(document.root, 'groups')).map((node) => {
        const name = text(child(node, 'name')) ?? '';
        const loaded = byGroup.get(`${pathOf(document)}\n${name}`) ?? [];
        return { document, node, name, rules: items(child(node, 'rules')), loaded };
      }),
    );
}

/** Path in the container of a file that a pattern of rule_files matched, of which the document knows the directory. */
export function pathOf({ place, file }: Document): string {
  return posix.join(posix.dirname(place.containerPath), posix.basename(file.path));
}
