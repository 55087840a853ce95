import { dirname, resolve } from 'node:path';
import { child, entries, text, type MappingEntry, type MappingNode, type YamlNode } from '../../model/yaml-node.js';
import type { SourceRange } from '../../model/source.js';
import { mergeNodes, type MergeReport } from './merge.js';

/** A compose file whose `extends` are still to be followed. */
export interface ExtendedFile {
  /** Absolute. */
  readonly path: string;
  /** Where the paths of its `extends` start. */
  readonly directory: string;
  readonly root: MappingNode;
}

/** How `extends` reaches other files and says what is wrong. */
export interface ExtendsContext {
  /** Another file, its relative paths made absolute; undefined when it cannot be read, which is told already. */
  readonly loadFile: (path: string, from: SourceRange) => MappingNode | undefined;
  readonly report: MergeReport;
  readonly reportMerge: MergeReport;
}

/** The document with every service's `extends` merged in. https://docs.docker.com/reference/compose-file/services/#extends */
export function applyExtends(file: ExtendedFile, context: ExtendsContext): MappingNode {
  const { root } = file;
  const services = child(root, 'services');
  if (services?.kind !== 'mapping') return root;
  if (![...services.entries.values()].some(({ value }) => child(value, 'extends') !== undefined)) return root;
  const extended = new Map(
    [...services.entries].map(([name, entry]): [string, MappingEntry] => [
      name,
      { key: entry.key, value: extendService(name, entry.value, file, context, []) },
    ]),
  );
  const value: YamlNode = { ...services, entries: extended };
  return {
    ...root,
    entries: new Map([...root.entries].map(([key, e]) => [key, key === 'services' ? { ...e, value } : e])),
  };
}

function extendService(
  name: string,
  service: YamlNode,
  file: ExtendedFile,
  context: ExtendsContext,
  chain: readonly string[],
): YamlNode {
  const extension = child(service, 'extends');
  if (service.kind !== 'mapping' || extension === undefined) return service;
  const own = without(service, 'extends');
  const base = extension.kind === 'scalar' ? extension.text : text(child(extension, 'service'));
  if (base === undefined) {
    context.report(`"extends" of service "${name}" names no service`, extension.at);
    return own;
  }
  const from = baseFile(text(child(extension, 'file')), extension, file, context);
  if (!from) return own;
  const link = `${from.path} ${base}`;
  if (chain.includes(link) || (from.path === file.path && base === name && chain.length === 0)) {
    context.report(`services extend each other in a circle, by "${base}"`, extension.at);
    return own;
  }
  const found = child(from.root, 'services', base);
  if (!found) {
    const names = entries(child(from.root, 'services')).map(([candidate]) => candidate);
    const where = from === file ? 'the file' : `"${text(child(extension, 'file')) ?? ''}"`;
    context.report(
      `service "${name}" extends "${base}", which ${where} does not have; it has ${names.join(', ')}`,
      extension.at,
    );
    return own;
  }
  const extended = extendService(base, found, from, context, [...chain, link]);
  return mergeNodes(extended, own, context.reportMerge, ['services', name]) ?? own;
}

/** The file that has the base; the file itself when none is named. */
function baseFile(
  named: string | undefined,
  extension: YamlNode,
  file: ExtendedFile,
  context: ExtendsContext,
): ExtendedFile | undefined {
  const path = named === undefined ? file.path : resolve(file.directory, named);
  if (path === file.path) return file;
  const root = context.loadFile(path, child(extension, 'file')?.at ?? extension.at);
  return root && { path, directory: dirname(path), root };
}

function without(node: MappingNode, key: string): MappingNode {
  return { ...node, entries: new Map([...node.entries].filter(([name]) => name !== key)) };
}
