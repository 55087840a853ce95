import { resolve } from 'node:path';
import { pathTable, type PathTable } from '../../model/path-table.js';
import type { MappingEntry, MappingNode, ScalarNode, YamlNode } from '../../model/yaml-node.js';
import { isPath, splitVolume } from '../../model/volume-syntax.js';

type Kind = 'path' | 'context' | 'pair' | 'volume' | 'long volume';

const PATHS = pathTable<Kind>({
  'services.*.build': 'context',
  'services.*.build.context': 'context',
  'services.*.build.additional_contexts': 'pair',
  'services.*.build.additional_contexts.[]': 'pair',
  'services.*.build.additional_contexts.*': 'context',
  'services.*.credential_spec.file': 'path',
  'services.*.develop.watch.[].path': 'path',
  'services.*.env_file': 'path',
  'services.*.env_file.[]': 'path',
  'services.*.env_file.[].path': 'path',
  'services.*.extends.file': 'path',
  'services.*.label_file': 'path',
  'services.*.label_file.[]': 'path',
  'services.*.volumes.[]': 'volume',
  'services.*.volumes.[].source': 'long volume',
  'configs.*.file': 'path',
  'secrets.*.file': 'path',
});

/**
 * A project of another directory with its relative paths made absolute, so that it can be merged into one that resolves them
 * elsewhere. Ranges stay. https://docs.docker.com/compose/how-tos/multiple-compose-files/include/
 */
export function withAbsolutePaths(root: MappingNode, directory: string): MappingNode {
  const rewritten = rewrite(root, directory, PATHS);
  return rewritten.kind === 'mapping' ? rewritten : root;
}

function rewrite(node: YamlNode, directory: string, table: PathTable<Kind> | undefined): YamlNode {
  if (table === undefined) return node;
  if (node.kind === 'scalar') return table.value ? rewriteText(node, directory, table.value) : node;
  if (node.kind === 'sequence')
    return { ...node, items: node.items.map((item) => rewrite(item, directory, table.at('[]'))) };
  const entries = [...node.entries].map(([key, entry]): [string, MappingEntry] => [
    key,
    // A bind's source is a path with or without a dot; a named volume's is none.
    {
      key: entry.key,
      value: key === 'source' && !isBind(node) ? entry.value : rewrite(entry.value, directory, table.at(key)),
    },
  ]);
  return { ...node, entries: new Map(entries) };
}

function isBind(node: MappingNode): boolean {
  const type = node.entries.get('type')?.value;
  return type?.kind === 'scalar' && type.text === 'bind';
}

function rewriteText(node: ScalarNode, directory: string, kind: Kind): ScalarNode {
  if (node.value === null) return node;
  const text = absolute(node.text, directory, kind);
  return text === node.text ? node : { ...node, text, value: text };
}

function absolute(text: string, directory: string, kind: Kind): string {
  if (kind === 'volume') {
    const { source } = splitVolume(text);
    return isPath(source) ? against(directory, source) + text.slice(source.length) : text;
  }
  if (kind === 'pair') {
    const [name = '', ...value] = text.split('=');
    return value.length === 0 ? text : `${name}=${absolute(value.join('='), directory, 'context')}`;
  }
  if (kind === 'context' && isRemote(text)) return text;
  return against(directory, text);
}

/** A build context that no directory holds: a URL, a git address or a named image. */
export function isRemote(context: string): boolean {
  return /^[a-z][a-z-]*:|^git@|^github\.com\//.test(context);
}

function against(directory: string, path: string): string {
  return /^(?:~|[A-Za-z]:[\\/])/.test(path) ? path : resolve(directory, path);
}
