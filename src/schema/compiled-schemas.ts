import { compiledSchemas, schemas } from '../generated/validators/index.js';
import type { FileKind } from '../model/source.js';
import type { YamlNode } from '../model/yaml-node.js';
import type { CompiledSchema, SchemaNode } from './compiled-schema.js';
import { conforms, type AnySchema } from './conforms.js';

/** Kinds that are judged by the schema of another. */
const SAME: Readonly<Partial<Record<FileKind, FileKind>>> = { 'scrape-configs': 'prometheus' };
const plain = new Map<FileKind, SchemaNode>();
const compiled = new Map<FileKind, CompiledSchema>();
const right = new WeakMap<YamlNode, boolean>();

/** A tree and the kind of file that it is of. */
export interface ToJudge {
  readonly kind: FileKind;
  readonly root: YamlNode;
}

/**
 * Loads what these trees are judged by, each schema once. The compiled ones, which can say all that is wrong, are large: they
 * are loaded only for kinds of which a tree is not right.
 */
export async function loadSchemas(trees: readonly ToJudge[]): Promise<void> {
  await load(plain, schemas, trees);
  await load(
    compiled,
    compiledSchemas,
    trees.filter(({ kind, root }) => (SAME[kind] ?? kind) in schemas && !isRight(root, kind)),
  );
}

async function load<T>(
  into: Map<FileKind, T>,
  from: Readonly<Record<string, () => Promise<{ default: T }>>>,
  wanted: readonly { readonly kind: FileKind }[],
): Promise<void> {
  const kinds = new Set(wanted.map(({ kind }) => SAME[kind] ?? kind));
  await Promise.all(
    [...kinds].map(async (kind) => {
      const one = from[kind];
      if (one && !into.has(kind)) into.set(kind, (await one()).default);
    }),
  );
}

/** Loads everything, for those who judge many files. */
export async function loadAllSchemas(): Promise<void> {
  const all = KINDS_WITH_SCHEMA.map((kind) => ({ kind }));
  await Promise.all([load(plain, schemas, all), load(compiled, compiledSchemas, all)]);
}

/** Whether a tree is as its schema asks; a tree is asked about once. */
export function isRight(root: YamlNode, kind: FileKind): boolean {
  let known = right.get(root);
  if (known === undefined) {
    known = conforms(root, schemaOf(kind) as unknown as AnySchema);
    right.set(root, known);
  }
  return known;
}

/** The schema of a kind of file, which has to be loaded before. */
export function schemaOf(kind: FileKind): SchemaNode {
  return loadedFrom(plain, kind);
}

/** The same, compiled. */
export function compiledSchemaOf(kind: FileKind): CompiledSchema {
  return loadedFrom(compiled, kind);
}

function loadedFrom<T>(from: ReadonlyMap<FileKind, T>, kind: FileKind): T {
  const found = from.get(SAME[kind] ?? kind);
  if (found === undefined) throw new Error(`the schema of ${kind} files is not loaded`);
  return found;
}

/** All kinds that have a schema. */
export const KINDS_WITH_SCHEMA = Object.keys(schemas) as readonly FileKind[];
