import type { MappingNode, ScalarNode, SequenceNode, YamlNode } from '../model/yaml-node.js';

/** A JSON schema as it is read: any keyword. */
export type AnySchema = Readonly<Record<string, unknown>>;

/** Keywords that say nothing about a value, or that the compiled schemas do not judge either. */
const NOTES = new Set([
  '$schema',
  '$id',
  'id',
  '$comment',
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'format',
  'definitions',
  'x-kind',
  'x-since',
]);

/** Thrown where only the compiled schema can tell. */
class Unknown extends Error {}

/**
 * Whether a tree is what its schema asks for. Most files are right, and to see that takes much less than the compiled schemas,
 * which are large because they can say everything that is wrong. False also where a keyword is not known here: then those have
 * the word.
 */
export function conforms(node: YamlNode, schema: AnySchema): boolean {
  try {
    return new Walk(schema).fits(node, schema);
  } catch (error) {
    if (error instanceof Unknown) return false;
    throw error;
  }
}

const patterns = new Map<string, RegExp>();

function matches(pattern: string, text: string): boolean {
  let compiled = patterns.get(pattern);
  if (!compiled) patterns.set(pattern, (compiled = new RegExp(pattern, 'u')));
  return compiled.test(text);
}

/** What a schema asks for, keyword by keyword. */
type Asked = readonly (readonly [keyword: string, value: unknown])[];

/** One tree, one schema. */
class Walk {
  /** A list of many thousands asks the same of each entry. */
  readonly #asked = new Map<unknown, Asked>();

  constructor(private readonly root: AnySchema) {}

  fits(node: YamlNode, schema: unknown): boolean {
    if (typeof schema === 'boolean') return schema;
    const known = schema as AnySchema;
    for (const [keyword, value] of this.#askedBy(known)) if (!this.#keyword(node, keyword, value, known)) return false;
    return true;
  }

  #askedBy(schema: AnySchema): Asked {
    let asked = this.#asked.get(schema);
    if (!asked) {
      asked = Object.entries(schema).filter(([keyword]) => !NOTES.has(keyword));
      this.#asked.set(schema, asked);
    }
    return asked;
  }

  #keyword(node: YamlNode, keyword: string, value: unknown, schema: AnySchema): boolean {
    switch (keyword) {
      case '$ref':
        return this.fits(node, this.#resolve(String(value)));
      case 'type':
        return Array.isArray(value) ? value.some((type) => isOf(node, String(type))) : isOf(node, String(value));
      case 'enum':
        return (value as unknown[]).some((one) => equals(node, one));
      case 'const':
        return equals(node, value);
      case 'anyOf':
        return (value as unknown[]).some((one) => this.fits(node, one));
      case 'allOf':
        return (value as unknown[]).every((one) => this.fits(node, one));
      case 'oneOf':
        return (value as unknown[]).filter((one) => this.fits(node, one)).length === 1;
      case 'not':
        return !this.fits(node, value);
      case 'if': {
        const branch = this.fits(node, value) ? schema['then'] : schema['else'];
        return branch === undefined || this.fits(node, branch);
      }
      case 'then':
      case 'else':
        return true;
    }
    if (node.kind === 'mapping') return this.#ofMapping(node, keyword, value, schema);
    return node.kind === 'sequence' ? this.#ofSequence(node, keyword, value) : ofScalar(node, keyword, value);
  }

  #resolve(reference: string): unknown {
    if (!reference.startsWith('#/')) throw new Unknown();
    let found: unknown = this.root;
    for (const part of reference.slice(2).split('/')) found = (found as AnySchema | undefined)?.[part];
    if (found === undefined) throw new Unknown();
    return found;
  }

  #ofMapping({ entries }: MappingNode, keyword: string, value: unknown, schema: AnySchema): boolean {
    if (keyword === 'required') return (value as string[]).every((name) => entries.has(name));
    if (keyword === 'minProperties') return entries.size >= Number(value);
    if (keyword === 'maxProperties') return entries.size <= Number(value);
    if (keyword === 'properties') {
      const properties = value as AnySchema;
      for (const [name, entry] of entries)
        if (Object.hasOwn(properties, name) && !this.fits(entry.value, properties[name])) return false;
      return true;
    }
    if (keyword === 'patternProperties') {
      const all = Object.entries(value as AnySchema);
      for (const [name, entry] of entries)
        for (const [pattern, one] of all) if (matches(pattern, name) && !this.fits(entry.value, one)) return false;
      return true;
    }
    if (keyword === 'additionalProperties') {
      const properties = (schema['properties'] ?? {}) as AnySchema;
      const others = Object.keys(schema['patternProperties'] ?? {});
      for (const [name, entry] of entries) {
        if (Object.hasOwn(properties, name) || others.some((pattern) => matches(pattern, name))) continue;
        if (!this.fits(entry.value, value)) return false;
      }
      return true;
    }
    return isForOthers(keyword);
  }

  #ofSequence({ items }: SequenceNode, keyword: string, value: unknown): boolean {
    if (keyword === 'items') {
      if (Array.isArray(value)) throw new Unknown();
      const types = this.#typesAsked(value);
      return items.every((item) => (types ? types.some((type) => isOf(item, type)) : this.fits(item, value)));
    }
    if (keyword === 'minItems') return items.length >= Number(value);
    if (keyword === 'maxItems') return items.length <= Number(value);
    if (keyword === 'uniqueItems') {
      if (value !== true) return true;
      if (items.some((item) => item.kind !== 'scalar')) throw new Unknown();
      return new Set(items.map((item) => (item.kind === 'scalar' ? item.value : undefined))).size === items.length;
    }
    return isForOthers(keyword);
  }

  /** The types of which a value may be, where nothing more is asked: the longest lists are such. */
  #typesAsked(schema: unknown): readonly string[] | undefined {
    const [[keyword, value] = [], ...more] = typeof schema === 'boolean' ? [] : this.#askedBy(schema as AnySchema);
    if (keyword === undefined || more.length > 0) return undefined;
    if (keyword === '$ref') return this.#typesAsked(this.#resolve(String(value)));
    return keyword === 'type' ? [value].flat().map(String) : undefined;
  }
}

function isOf(node: YamlNode, type: string): boolean {
  if (type === 'object') return node.kind === 'mapping';
  if (type === 'array') return node.kind === 'sequence';
  if (node.kind !== 'scalar') return false;
  const { value } = node;
  if (type === 'null') return value === null;
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'number') return Number.isFinite(value);
  return typeof value === type;
}

function equals(node: YamlNode, wanted: unknown): boolean {
  if (typeof wanted === 'object' && wanted !== null) throw new Unknown();
  return node.kind === 'scalar' && node.value === wanted;
}

function ofScalar({ value }: ScalarNode, keyword: string, wanted: unknown): boolean {
  if (typeof value === 'string') {
    if (keyword === 'pattern') return matches(String(wanted), value);
    if (keyword === 'minLength')
      return Number(wanted) > 1 ? length(value) >= Number(wanted) : value.length >= Number(wanted);
    if (keyword === 'maxLength') return length(value) <= Number(wanted);
  }
  if (typeof value === 'number') {
    if (keyword === 'minimum') return value >= Number(wanted);
    if (keyword === 'maximum') return value <= Number(wanted);
    if (keyword === 'exclusiveMinimum') return value > Number(wanted);
    if (keyword === 'exclusiveMaximum') return value < Number(wanted);
  }
  return isForOthers(keyword);
}

/** Characters, as JSON schemas count them. */
function length(text: string): number {
  return Array.from(text).length;
}

/** Keywords that speak of values of another type. */
const OF_TYPES = new Set([
  'required',
  'minProperties',
  'maxProperties',
  'properties',
  'patternProperties',
  'additionalProperties',
  'items',
  'minItems',
  'maxItems',
  'uniqueItems',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
]);

function isForOthers(keyword: string): boolean {
  if (!OF_TYPES.has(keyword)) throw new Unknown();
  return true;
}
