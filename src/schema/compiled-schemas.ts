import { compiledSchemas } from '../generated/validators/index.js';
import type { FileKind } from '../model/source.js';
import type { CompiledSchema } from './compiled-schema.js';

/** Kinds that are judged by the schema of another. */
const SAME: Readonly<Partial<Record<FileKind, FileKind>>> = { 'scrape-configs': 'prometheus' };
const loaded = new Map<FileKind, CompiledSchema>();

/** Loads the schemas of these kinds of file, each once: they are large, and most runs need few of them. */
export async function loadSchemas(kinds: Iterable<FileKind>): Promise<void> {
  const wanted = new Set([...kinds].map((kind) => SAME[kind] ?? kind));
  await Promise.all(
    [...wanted].map(async (kind) => {
      const load = compiledSchemas[kind];
      if (load && !loaded.has(kind)) loaded.set(kind, (await load()).default);
    }),
  );
}

/** The schema of a kind of file, which has to be loaded before. */
export function schemaOf(kind: FileKind): CompiledSchema {
  const schema = loaded.get(SAME[kind] ?? kind);
  if (!schema) throw new Error(`the schema of ${kind} files is not loaded`);
  return schema;
}

/** All kinds that have a schema. */
export const KINDS_WITH_SCHEMA = Object.keys(compiledSchemas) as readonly FileKind[];
