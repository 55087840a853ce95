import type { SchemaNode } from './compiled-schema.js';

/** Every part of a schema that speaks about the value at a JSON pointer; alternatives give several. */
export function schemasAt(schema: SchemaNode, pointer: string): SchemaNode[] {
  let here = unfold(schema, schema);
  for (const raw of pointer.split('/').slice(1)) {
    const key = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    here = here.flatMap((node) => below(node, key)).flatMap((node) => unfold(node, schema));
  }
  return here;
}

function below(node: SchemaNode, key: string): SchemaNode[] {
  const property = node.properties?.[key];
  if (property !== undefined) return [property];
  const patterns = Object.entries(node.patternProperties ?? {}).filter(([pattern]) =>
    new RegExp(pattern, 'u').test(key),
  );
  const others = /^\d+$/.test(key) ? [node.items, node.additionalProperties] : [node.additionalProperties];
  return [...patterns.map(([, child]) => child), ...others].filter(
    (child): child is SchemaNode => typeof child === 'object',
  );
}

/** A node with what it refers to and its alternatives; each once. */
function unfold(node: SchemaNode, root: SchemaNode, seen = new Set<SchemaNode>()): SchemaNode[] {
  if (seen.has(node)) return [];
  seen.add(node);
  const referred = node.$ref === undefined ? undefined : root.definitions?.[node.$ref.split('/').at(-1) ?? ''];
  const inner = [referred, ...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])];
  return [node, ...inner.flatMap((one) => (one === undefined ? [] : unfold(one, root, seen)))];
}
