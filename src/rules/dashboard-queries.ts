import type { Document } from '../model/document.js';
import { child, text, type MappingNode, type ScalarNode, type YamlNode } from '../model/yaml-node.js';
import { mappingsOf, valuesOf, type Way } from '../schema/values.js';

/** What a dashboard says where a data source is expected. */
export interface SourceReference {
  readonly node: ScalarNode;
  /** Name or uid. */
  readonly written: string;
  /** The plugin that it says it is. */
  readonly type?: string | undefined;
  /** What it stands in: a panel, a query, a variable, an annotation. */
  readonly owner: string;
}

/** Every data source that a dashboard names, by name or by uid. */
export function sourceReferences(document: Document): SourceReference[] {
  return valuesOf(document, 'datasource').flatMap(({ node, inside }) => {
    const named = node.kind === 'mapping' ? child(node, 'uid') : node;
    const written = text(named);
    if (named?.kind !== 'scalar' || written === undefined || written === '') return [];
    return { node: named, written, type: text(child(node, 'type')), owner: ownerOf(inside) };
  });
}

/** What a part of a dashboard is called in messages: its panel by title, or its variable or annotation by name. */
export function ownerOf(inside: Way | undefined): string {
  for (let way = inside; way?.inside; way = way.inside) {
    const title = text(child(way.node, 'title'));
    if (way.key === 'panels')
      return title === undefined || title === '' ? 'a panel without a title' : `panel "${title}"`;
    const name = text(child(way.node, 'name'));
    if (way.key === 'list' && name !== undefined)
      return way.inside.key === 'annotations' ? `annotation "${name}"` : `variable "${name}"`;
  }
  return 'the dashboard';
}

/** Names of a dashboard's template variables. */
export function variableNames(document: Document): Set<string> {
  return new Set(mappingsOf(document, 'variable').flatMap(({ node }) => text(child(node, 'name')) ?? []));
}

/** A text of a dashboard that Prometheus is asked with. */
export interface DashboardQuery {
  readonly node: ScalarNode;
  /** An expression, or a call of the functions that variables have. */
  readonly kind: 'expression' | 'variable';
  /** The plugin that is asked; undefined when the dashboard does not tell. */
  readonly plugin?: string | undefined;
  readonly owner: string;
}

const known = new WeakMap<Document, readonly DashboardQuery[]>();

/** Every query of panels, variables and annotations that has a text. */
export function queriesOf(document: Document): readonly DashboardQuery[] {
  let queries = known.get(document);
  if (!queries) known.set(document, (queries = collect(document)));
  return queries;
}

function collect(document: Document): DashboardQuery[] {
  const types = variableTypes(document);
  const query = (
    node: YamlNode | undefined,
    kind: DashboardQuery['kind'],
    sources: (YamlNode | undefined)[],
    way: Way,
  ): DashboardQuery[] => {
    if (node?.kind !== 'scalar' || typeof node.value !== 'string' || node.text === '') return [];
    return [{ node, kind, plugin: pluginOf(sources, types), owner: ownerOf(way) }];
  };
  const way = ({ node, key, inside }: { node: MappingNode; key: string; inside?: Way | undefined }): Way => ({
    node,
    key,
    inside,
  });
  const queries = mappingsOf(document, 'query').flatMap((one) =>
    query(child(one.node, 'expr'), 'expression', sourcesAbove(way(one)), way(one)),
  );
  const annotations = mappingsOf(document, 'annotation').flatMap((one) =>
    query(child(one.node, 'expr'), 'expression', sourcesAbove(way(one)), way(one)),
  );
  const variables = mappingsOf(document, 'variable')
    .filter(({ node }) => text(child(node, 'type')) === 'query')
    .flatMap((one) => {
      const written = child(one.node, 'query');
      const text = written?.kind === 'mapping' ? child(written, 'query') : written;
      return query(text, 'variable', sourcesAbove(way(one)), way(one));
    });
  return [...queries, ...annotations, ...variables];
}

/** The data sources of a query and of the panels it is in, closest first. */
function sourcesAbove(way: Way): (YamlNode | undefined)[] {
  const sources: (YamlNode | undefined)[] = [];
  for (let at: Way | undefined = way; at; at = at.inside) sources.push(child(at.node, 'datasource'));
  return sources;
}

/** Plugins of variables that choose a data source, and of what an import asks for. */
function variableTypes(document: Document): Map<string, string> {
  const inputs = mappingsOf(document, 'input').map(
    ({ node }) => [text(child(node, 'name')), text(child(node, 'pluginId'))] as const,
  );
  const chosen = mappingsOf(document, 'variable')
    .filter(({ node }) => text(child(node, 'type')) === 'datasource')
    .map(({ node }) => [text(child(node, 'name')), text(child(node, 'query'))] as const);
  return new Map(
    [...inputs, ...chosen].flatMap(([name, plugin]) =>
      name === undefined || plugin === undefined ? [] : [[name, plugin] as const],
    ),
  );
}

/** The plugin that the closest data source names; one that only says `-- Mixed --` leaves it to its queries. */
function pluginOf(sources: readonly (YamlNode | undefined)[], types: ReadonlyMap<string, string>): string | undefined {
  for (const source of sources) {
    const written = source?.kind === 'mapping' ? text(child(source, 'uid')) : text(source);
    const type = text(child(source, 'type'));
    if (written === '-- Mixed --' || (written === undefined && type === undefined)) continue;
    if (type !== undefined && type !== '' && !type.includes('$')) return type;
    const name = /^(?:\$\{(\w+)(?::\w+)?\}|\$(\w+)|\[\[(\w+)\]\])$/.exec(written ?? '');
    return types.get(name?.[1] ?? name?.[2] ?? name?.[3] ?? '');
  }
  return undefined;
}
