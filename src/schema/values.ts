import { shapes, type Shape } from '../generated/shapes.js';
import type { Document } from '../model/document.js';
import type { MappingNode, YamlNode } from '../model/yaml-node.js';
import { child, text } from '../model/yaml-node.js';

/** A value of a document that its schema gives a kind, and the way to it. */
export interface KindValue<N extends YamlNode = YamlNode> {
  readonly node: N;
  /** Its key in the mapping above; for an entry of a list the key of the list. */
  readonly key: string;
  /** The mapping it is in, itself a link of the way to the top. */
  readonly inside?: Way | undefined;
}

/** One step of the way from a value to the top of its document. */
export interface Way {
  readonly node: MappingNode;
  readonly key: string;
  readonly inside?: Way | undefined;
}

type ByKind = ReadonlyMap<string, readonly KindValue[]>;

/** By the top of the document: its references are looked up before the document itself is whole. */
const walked = new WeakMap<YamlNode, Map<Document['kind'], ByKind>>();

/** Every value of a kind, in the order of the text. */
export function valuesOf(document: Document, kind: string): readonly KindValue[] {
  return kindsIn(document).get(kind) ?? [];
}

/** All values that have a kind, by their kinds. A document is walked once. */
export function kindsIn({ kind, root }: Pick<Document, 'kind' | 'root'>): ByKind {
  if (!root) return new Map();
  let known = walked.get(root);
  if (!known) walked.set(root, (known = new Map<Document['kind'], ByKind>()));
  let values = known.get(kind);
  if (!values) known.set(kind, (values = walk(kind, root)));
  return values;
}

/** Like `valuesOf`, for kinds that are mappings; what is written in the place of one is left to the schema. */
export function mappingsOf(document: Document, kind: string): readonly KindValue<MappingNode>[] {
  return valuesOf(document, kind).filter((value): value is KindValue<MappingNode> => value.node.kind === 'mapping');
}

function walk(kind: Document['kind'], root: YamlNode): ByKind {
  const all = shapes[kind] ?? [];
  const found = new Map<string, KindValue[]>();
  const visit = (node: YamlNode, shape: Shape | undefined, key: string, inside: Way | undefined): void => {
    if (!shape) return;
    for (const one of shape.kinds ?? []) listOf(one).push({ node, key, inside });
    if (node.kind === 'sequence' && shape.items !== undefined) visitEach(node.items, all[shape.items], key, inside);
    if (node.kind !== 'mapping' || (shape.properties === undefined && shape.additional === undefined)) return;
    const here: Way = { node, key, inside };
    for (const [name, { value }] of node.entries) {
      const next = shape.properties?.[name] ?? shape.additional;
      if (next !== undefined) visit(value, all[next], name, here);
    }
  };
  const listOf = (kind: string): KindValue[] => {
    let list = found.get(kind);
    if (!list) found.set(kind, (list = []));
    return list;
  };
  /** Of a list of plain values there may be many thousands. */
  const visitEach = (
    nodes: readonly YamlNode[],
    shape: Shape | undefined,
    key: string,
    inside: Way | undefined,
  ): void => {
    const { kinds = [], properties, items, additional } = shape ?? {};
    if (properties !== undefined || items !== undefined || additional !== undefined)
      for (const node of nodes) visit(node, shape, key, inside);
    else if (nodes.length > 0)
      for (const list of kinds.map(listOf)) for (const node of nodes) list.push({ node, key, inside });
  };
  visit(root, all[0], '', undefined);
  return found;
}

const NAMES: Readonly<Record<string, string>> = {
  job_name: 'scrape job',
  alert: 'alert',
  record: 'recording rule',
  name: '',
};

/** What a value belongs to, for messages: `scrape job "agent"`, `remote_write`, `global`; empty at the top. */
export function ownerOf({ inside }: Pick<KindValue, 'inside'>): string {
  for (let way = inside; way; way = way.inside) {
    for (const [key, label] of Object.entries(NAMES)) {
      const name = text(child(way.node, key));
      if (name !== undefined) return `${label === '' ? singular(way.key) : label} "${name}"`;
    }
    if (way.inside?.key === 'modules') return `module "${way.key}"`;
    if (way.inside && !way.inside.inside) return singular(way.key);
  }
  return '';
}

/** The name of the scrape job that a value belongs to. */
export function jobOf({ inside }: Pick<KindValue, 'inside'>): string | undefined {
  for (let way = inside; way; way = way.inside) {
    const name = text(child(way.node, 'job_name'));
    if (name !== undefined) return name;
  }
  return undefined;
}

/** What one entry of a list is called. */
const SINGULARS: Readonly<Record<string, string>> = {
  receivers: 'receiver',
  groups: 'group',
  time_intervals: 'time interval',
  mute_time_intervals: 'time interval',
  responders: 'responder',
};

function singular(key: string): string {
  return SINGULARS[key] ?? key;
}

/** `KEY of OWNER`, or the key alone at the top. */
export function nameOf(value: KindValue): string {
  const owner = ownerOf(value);
  return owner === '' ? value.key : `${value.key} of ${owner}`;
}
