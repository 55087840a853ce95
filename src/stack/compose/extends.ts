import { child, entries, text, type MappingEntry, type MappingNode, type YamlNode } from '../../model/yaml-node.js';
import type { SourceRange } from '../../model/source.js';
import { mergeNodes, type MergeReport } from './merge.js';

/** How `extends` reaches other files and says what is wrong. */
export interface ExtendsContext {
  /** The project of another file, relative paths made absolute; undefined when it cannot be read, which is told already. */
  readonly loadFile: (path: string, from: SourceRange) => MappingNode | undefined;
  readonly report: MergeReport;
  readonly reportMerge: MergeReport;
}

/** The document with every service's `extends` merged in. https://docs.docker.com/reference/compose-file/services/#extends */
export function applyExtends(root: MappingNode, context: ExtendsContext): MappingNode {
  const services = child(root, 'services');
  if (services?.kind !== 'mapping') return root;
  const extended = new Map(
    [...services.entries].map(([name, entry]): [string, MappingEntry] => [
      name,
      { key: entry.key, value: extendService(name, entry.value, root, context, []) },
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
  root: MappingNode,
  context: ExtendsContext,
  chain: readonly string[],
): YamlNode {
  const extension = child(service, 'extends');
  if (service.kind !== 'mapping' || extension === undefined) return service;
  const own = without(service, 'extends');
  const base = extension.kind === 'scalar' ? extension.text : text(child(extension, 'service'));
  const file = text(child(extension, 'file'));
  if (base === undefined) {
    context.report(`"extends" of service "${name}" names no service`, extension.at);
    return own;
  }
  const link = `${extension.at.file.path} ${file ?? ''} ${base}`;
  if (chain.includes(link)) {
    context.report(`services extend each other in a circle, by "${base}"`, extension.at);
    return own;
  }
  const from = file === undefined ? root : context.loadFile(file, extension.at);
  if (!from) return own;
  const found = child(from, 'services', base);
  if (!found) {
    const names = entries(child(from, 'services')).map(([candidate]) => candidate);
    context.report(
      `service "${name}" extends "${base}", which ${file ?? 'the file'} does not have; it has ${names.join(', ')}`,
      extension.at,
    );
    return own;
  }
  return (
    mergeNodes(extendService(base, found, from, context, [...chain, link]), own, context.reportMerge, [
      'services',
      name,
    ]) ?? own
  );
}

function without(node: MappingNode, key: string): MappingNode {
  return { ...node, entries: new Map([...node.entries].filter(([name]) => name !== key)) };
}
