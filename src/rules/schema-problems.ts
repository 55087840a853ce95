import type { ErrorObject } from 'ajv';
import type { Document } from '../model/document.js';
import { nearest } from '../model/nearest.js';
import type { FileKind, SourceRange } from '../model/source.js';
import { compiledSchemaOf, isRight, schemaOf } from '../schema/compiled-schemas.js';
import type { SchemaNode } from '../schema/compiled-schema.js';
import { schemasAt } from '../schema/schema-walk.js';
import { child, entries, keyRange, text, type YamlNode } from '../model/yaml-node.js';
import { toValue } from '../yaml/to-value.js';
import { replaceWithin } from './edits.js';
import type { Problem, ProblemFix } from './rule.js';

/** A schema's verdict, split by what a user has to do about it. */
export interface SchemaProblems {
  readonly unknownKeys: readonly Problem[];
  readonly invalidValues: readonly Problem[];
}

const NONE: SchemaProblems = { unknownKeys: [], invalidValues: [] };
const verdicts = new WeakMap<YamlNode, SchemaProblems>();

/** What a document is called in messages. */
const TITLES: Readonly<Partial<Record<Document['kind'], string>>> = {
  prometheus: 'prometheus.yml',
  'scrape-configs': 'the file of scrape jobs',
  'target-groups': 'the file of targets',
  rules: 'the rule file',
  'rule-tests': 'the file of rule tests',
  'grafana-datasources': 'the file of data sources',
  'grafana-dashboards': 'the file of dashboard providers',
  dashboard: 'the dashboard',
  alertmanager: 'alertmanager.yml',
  web: 'the web configuration',
  blackbox: 'the file of probe modules',
};

/** Judges a configuration file by the schema of its kind. */
export function documentProblems({ kind, root }: Document): SchemaProblems {
  const found = schemaProblems(root, kind, TITLES[kind] ?? 'the file');
  if (kind !== 'scrape-configs' || root?.kind !== 'mapping') return found;
  // Its schema is that of the whole prometheus.yml.
  const told = new Set(found.unknownKeys.map(({ at }) => at?.start));
  const others = entries(root).filter(([name, { key }]) => name !== 'scrape_configs' && !told.has(key.at.start));
  const title = TITLES[kind] ?? '';
  const misplaced = others.map(([name, { key }]) => ({ message: `unknown key "${name}" in ${title}`, at: key.at }));
  return { ...found, unknownKeys: [...found.unknownKeys, ...misplaced] };
}

/** Judges a tree by the schema of a kind of file, once; each problem stands at the key or value that causes it. */
export function schemaProblems(root: YamlNode | undefined, kind: FileKind, what: string): SchemaProblems {
  if (root === undefined) return NONE;
  const known = verdicts.get(root);
  if (known) return known;
  let verdict = NONE;
  if (!isRight(root, kind)) {
    const { validate } = compiledSchemaOf(kind);
    if (!validate(toValue(root)))
      verdict = sort(relevant(validate.errors ?? []), { root, what, schema: schemaOf(kind) });
  }
  verdicts.set(root, verdict);
  return verdict;
}

/** What a message about a document is made of. */
interface Judged {
  readonly root: YamlNode;
  readonly what: string;
  readonly schema: SchemaNode;
}

/**
 * Of the errors of an alternative (`anyOf`, `oneOf`) only those of the branch that got furthest help; the others say what
 * the value would have to be if it were something else.
 */
function relevant(errors: readonly ErrorObject[]): ErrorObject[] {
  const kept = errors.filter((error) => error.keyword !== 'if');
  const alternatives = kept.filter((error) => error.keyword === 'anyOf' || error.keyword === 'oneOf');
  const dropped = new Set<ErrorObject>();
  for (const alternative of alternatives) {
    const branch = kept.filter(
      (error) => error !== alternative && error.schemaPath.startsWith(`${alternative.schemaPath}/`),
    );
    const deeper = kept.filter((error) => error.instancePath.startsWith(`${alternative.instancePath}/`));
    const extra = kept.filter(
      (e) => e.instancePath === alternative.instancePath && e.keyword === 'additionalProperties',
    );
    if (deeper.length > 0 || extra.length > 0) {
      dropped.add(alternative);
      for (const error of kept) {
        if (error.instancePath === alternative.instancePath && error.keyword !== 'additionalProperties')
          dropped.add(error);
      }
    } else for (const error of branch) if (error.keyword !== 'type') dropped.add(error);
  }
  return kept.filter((error) => !dropped.has(error));
}

function sort(errors: readonly ErrorObject[], judged: Judged): SchemaProblems {
  const unknownKeys = new Map<string, Problem>();
  const invalid = new Map<string, ErrorObject[]>();
  for (const error of errors) {
    const path = error.instancePath;
    if (error.keyword === 'additionalProperties' || error.keyword === 'unevaluatedProperties') {
      const key = String(error.params['additionalProperty'] ?? error.params['unevaluatedProperty']);
      unknownKeys.set(`${path}/${key}`, unknownKey(judged, path, key));
    } else invalid.set(path, [...(invalid.get(path) ?? []), error]);
  }
  return {
    unknownKeys: [...unknownKeys.values()],
    invalidValues: [...invalid].map(([path, list]) => invalidValue(judged, path, list)),
  };
}

function unknownKey({ root, what, schema }: Judged, path: string, key: string): Problem {
  const { node, name } = at(root, path);
  const allowed = schemasAt(schema, path).flatMap(({ properties }) => Object.keys(properties ?? {}));
  const similar = nearest(key, allowed);
  return {
    message: `unknown key "${key}" in ${name === '' ? what : `"${name}"`}${similar ? `; did you mean "${similar}"?` : ''}`,
    at: keyRange(node, key) ?? node.at,
    ...(similar
      ? {
          help: `write "${similar}" in place of "${key}"`,
          fix: renaming(node, key, similar, schemasAt(schema, `${path}/${similar}`)),
        }
      : {}),
  };
}

/** Renames a key where the one that is meant is not there yet and takes what this one has. */
function renaming(node: YamlNode, key: string, similar: string, meant: readonly SchemaNode[]): ProblemFix | undefined {
  const at = keyRange(node, key);
  const value = child(node, key);
  if (!at || !value || child(node, similar) || !meant.some((schema) => mayHold(schema, value))) return undefined;
  const edit = replaceWithin(at, key, similar);
  return edit && { safety: 'safe', title: `write "${similar}" in place of "${key}"`, edits: [edit] };
}

function mayHold({ type }: SchemaNode, { kind }: YamlNode): boolean {
  const types = typeof type === 'string' ? [type] : (type ?? []);
  if (kind === 'mapping') return types.includes('object');
  if (kind === 'sequence') return types.includes('array');
  return types.some((one) => one !== 'object' && one !== 'array');
}

function invalidValue({ root, schema }: Judged, path: string, errors: readonly ErrorObject[]): Problem {
  const { node, name } = at(root, path);
  const missing = errors.flatMap((error) =>
    error.keyword === 'required' ? [String(error.params['missingProperty'])] : [],
  );
  if (missing.length > 0) {
    const [first] = missing;
    return {
      message: `${label(name)} lacks the required key "${first ?? ''}"`,
      at: node.at,
      help: `add "${first ?? ''}"`,
    };
  }
  const expected = [...new Set(errors.map((error) => expectation(error, schemasAt(schema, path))))]
    .filter((text) => text !== '')
    .join(' or ');
  return { message: `${label(name)} is ${shown(node)}, expected ${expected || 'another value'}`, at: node.at };
}

function label(name: string): string {
  return name === '' ? 'the document' : `"${name}"`;
}

function shown(node: YamlNode): string {
  if (node.kind !== 'scalar') return `a ${node.kind}`;
  if (node.value === null) return 'empty';
  const text = node.text.length > 60 ? `${node.text.slice(0, 57)}…` : node.text;
  return typeof node.value === 'string' ? `"${text}"` : text;
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'nothing',
};

function expectation({ keyword, params }: ErrorObject, parts: readonly SchemaNode[]): string {
  const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [String(value)]);
  if (keyword === 'type') {
    const types = list(params['type']).filter((type) => type !== 'null');
    return types.length === 3 && types.includes('string')
      ? 'text'
      : types.map((type) => TYPES[type] ?? type).join(' or ');
  }
  if (keyword === 'enum') {
    const named = (params['allowedValues'] as unknown[]).filter((value) => value !== null && value !== '');
    const shown = list(named);
    if (shown.length > 16) return `one of ${shown.slice(0, 8).join(', ')} and ${String(shown.length - 8)} more`;
    return `one of ${shown.join(', ')}`;
  }
  if (keyword === 'const') return `"${String(params['allowedValue'])}"`;
  if (keyword === 'anyOf' || keyword === 'oneOf') return '';
  if (keyword === 'pattern') {
    const described = parts.find(({ pattern }) => pattern === params['pattern'])?.description;
    return described ?? `text that matches ${String(params['pattern'])}`;
  }
  if (keyword === 'minLength' || keyword === 'minItems') return 'something that is not empty';
  const { comparison, limit } = params;
  if (comparison !== undefined) return `${String(comparison)} ${String(limit)}`;
  return keyword === 'uniqueItems' ? 'nothing twice' : 'another value';
}

/** The node at a JSON pointer and the name to call it by: the last key on the way, with its index in a list. */
function at(root: YamlNode, pointer: string): { node: YamlNode; name: string } {
  let node = root;
  let name = '';
  for (const raw of pointer.split('/').slice(1)) {
    const part = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    const next = node.kind === 'sequence' ? node.items[Number(part)] : mappingValue(node, part);
    if (!next) break;
    name = node.kind === 'sequence' ? `${name}[${part}]${nameOf(next)}` : part;
    node = next;
  }
  return { node, name };
}

const NAMES = ['job_name', 'alert', 'record', 'name'];

/** How a list's entry calls itself, since nobody counts entries. */
function nameOf(entry: YamlNode): string {
  const own = NAMES.map((key) => text(child(entry, key))).find((name) => name !== undefined);
  return own === undefined ? '' : ` (${own})`;
}

function mappingValue(node: YamlNode, key: string): YamlNode | undefined {
  return node.kind === 'mapping' ? node.entries.get(key)?.value : undefined;
}

/** The range of a whole document's first character, for what is missing from it. */
export function documentStart(root: YamlNode): SourceRange {
  return { file: root.at.file, start: root.at.start, end: root.at.start };
}
