import { resolve } from 'node:path';
import type { MappingEntry, MappingNode, ScalarNode, YamlNode } from '../../model/yaml-node.js';

type Rewrite = (node: YamlNode) => YamlNode;

/**
 * A project of another directory with its relative paths made absolute, so that it can be merged into one that resolves them
 * elsewhere. Ranges stay. https://docs.docker.com/compose/how-tos/multiple-compose-files/include/
 */
export function withAbsolutePaths(root: MappingNode, directory: string): MappingNode {
  const file = onScalar((text) => (isRelative(text) ? resolve(directory, text) : text));
  const context = onScalar((text) => (/^[a-z]+:|^git@/.test(text) ? text : resolve(directory, text)));
  const service = onKeys({
    volumes: onItems(volumeRewrite(directory)),
    build: (node) => (node.kind === 'scalar' ? context(node) : onKeys({ context })(node)),
    env_file: (node) =>
      node.kind === 'scalar' ? file(node) : onItems((item) => onKeys({ path: file })(file(item)))(node),
  });
  const definitions = onValues(onKeys({ file }));
  const rewritten = onKeys({ services: onValues(service), configs: definitions, secrets: definitions })(root);
  return rewritten.kind === 'mapping' ? rewritten : root;
}

function isRelative(path: string): boolean {
  return !path.startsWith('/') && !path.startsWith('~') && !/^[A-Za-z]:[\\/]/.test(path);
}

/** Only a source that starts with a dot is a path; a bare name is a volume. */
function volumeRewrite(directory: string): Rewrite {
  const source = onScalar((text) => (text.startsWith('.') ? resolve(directory, text) : text));
  return (node) => {
    if (node.kind === 'mapping') return onKeys({ source })(node);
    return onScalar((text) => {
      const colon = text.indexOf(':');
      return text.startsWith('.') && colon > 0 ? resolve(directory, text.slice(0, colon)) + text.slice(colon) : text;
    })(node);
  };
}

function onScalar(change: (text: string) => string): Rewrite {
  return (node) => {
    if (node.kind !== 'scalar' || node.value === null) return node;
    const text = change(node.text);
    return text === node.text ? node : ({ ...node, text, value: text } satisfies ScalarNode);
  };
}

function onItems(change: Rewrite): Rewrite {
  return (node) => (node.kind === 'sequence' ? { ...node, items: node.items.map(change) } : node);
}

function onValues(change: Rewrite): Rewrite {
  return (node) => mapEntries(node, (_, value) => change(value));
}

function onKeys(changes: Readonly<Record<string, Rewrite>>): Rewrite {
  return (node) => mapEntries(node, (key, value) => changes[key]?.(value) ?? value);
}

function mapEntries(node: YamlNode, change: (key: string, value: YamlNode) => YamlNode): YamlNode {
  if (node.kind !== 'mapping') return node;
  const entries = [...node.entries].map(([key, entry]): [string, MappingEntry] => [
    key,
    { key: entry.key, value: change(key, entry.value) },
  ]);
  return { ...node, entries: new Map(entries) };
}
