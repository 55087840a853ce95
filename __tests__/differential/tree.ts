import { chance, pick, upTo, type Random } from './random.js';

/** A YAML value to be written: a scalar as it stands in the file, a list, or keys in order (a key may come twice). */
export type Tree = string | Tree[] | { pairs: [string, Tree][] };

/** A JSON schema, as far as generation reads it. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema | true>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly 'x-kind'?: string;
  readonly 'x-since'?: string;
}

/** Scalars of each kind: those that are fine, and those that look like slips. */
export type Scalars = Readonly<Record<string, { readonly good: readonly string[]; readonly bad: readonly string[] }>>;

/** How values are made up from a schema. */
export interface Recipe {
  readonly root: Schema;
  readonly scalars: Scalars;
  /** Definitions that are left out: the oracle does not know them. */
  readonly without: ReadonlySet<string>;
  /** Minor version of the Prometheus 3 that judges. */
  readonly newest: number;
  /** Keys for which something better than their schema is known. */
  readonly values?: Readonly<Record<string, (random: Random, badness: number) => Tree>>;
}

/** A value that follows the schema: few of the optional keys, now and then a bad scalar. */
export function follow(recipe: Recipe, schema: Schema, random: Random, badness: number, key = '', depth = 0): Tree {
  const special = recipe.values?.[key];
  if (special && (badness === 0 || chance(random, 0.6))) return special(random, badness);
  let kind = schema['x-kind'];
  let at = schema;
  while (at.$ref !== undefined) {
    at = recipe.root.definitions?.[at.$ref.split('/').at(-1) ?? ''] ?? {};
    kind ??= at['x-kind'];
  }
  const alternatives = at.anyOf ?? at.oneOf;
  if (alternatives) return follow(recipe, pick(random, alternatives), random, badness, key, depth + 1);
  const types = typeof at.type === 'string' ? [at.type] : (at.type ?? []);
  if (at.properties) return mapping(recipe, at, random, badness, depth);
  if (types.includes('object')) return labels(recipe, at, random, badness, depth);
  if (types.includes('array')) return list(recipe, at, random, badness, key, depth);
  return scalar(recipe, at, kind, types, random, badness);
}

function mapping(recipe: Recipe, schema: Schema, random: Random, badness: number, depth: number): Tree {
  const required = new Set(schema.required);
  const wanted = Object.entries(schema.properties ?? {}).filter(
    ([, child]) =>
      child !== true && !isLeftOut(recipe, child) && (isKnown(recipe, child) || chance(random, badness / 10)),
  );
  const share = Math.min(0.9, (depth < 2 ? 3.5 : 2) / Math.max(1, wanted.length));
  const pairs = wanted.flatMap(([name, child]): [string, Tree][] =>
    child !== true && (required.has(name) ? !chance(random, badness / 4) : chance(random, share))
      ? [[name, follow(recipe, child, random, badness, name, depth + 1)]]
      : [],
  );
  return { pairs };
}

/** Whether the oracle has the key; newer ones come up now and then. */
function isKnown({ newest }: Recipe, schema: Schema): boolean {
  const minor = /^3\.(\d+)$/.exec(schema['x-since'] ?? '')?.[1];
  return minor === undefined || Number(minor) <= newest;
}

function isLeftOut({ without }: Recipe, schema: Schema | true): boolean {
  if (schema === true) return false;
  const named = schema.$ref ?? schema.items?.$ref ?? '';
  return without.has(named.split('/').at(-1) ?? '');
}

function labels(recipe: Recipe, schema: Schema, random: Random, badness: number, depth: number): Tree {
  const names = ['team', 'severity', 'env', '__meta', ...(chance(random, badness) ? ['a-b', '""', '1st'] : [])];
  const value = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : { type: 'string' };
  const pairs = Array.from({ length: upTo(random, 2) }, (): [string, Tree] => [
    pick(random, names),
    follow(recipe, value, random, badness, '', depth + 1),
  ]);
  const once = new Map(pairs);
  return { pairs: [...once] };
}

function list(recipe: Recipe, schema: Schema, random: Random, badness: number, key: string, depth: number): Tree {
  const items = schema.items ?? { type: 'string' };
  const length = depth > 5 ? 1 : chance(random, badness / 4) ? 0 : 1 + upTo(random, 1);
  return Array.from({ length }, () => follow(recipe, items, random, badness, key, depth + 1));
}

function scalar(
  { scalars }: Recipe,
  schema: Schema,
  kind: string | undefined,
  types: readonly string[],
  random: Random,
  badness: number,
): Tree {
  if (schema.enum) {
    const allowed = schema.enum.flatMap((value) => (typeof value === 'string' && value !== '' ? [value] : []));
    return chance(random, badness) || allowed.length === 0
      ? pick(random, ['nonsense', '1', '""'])
      : pick(random, allowed);
  }
  const known = scalars[kind ?? ''];
  if (known) return pick(random, chance(random, badness) ? known.bad : known.good);
  if (types.includes('string'))
    return pick(random, ['text', 'some-text', '"quoted"', "'single'", 'yes', '1', '"1.5"', 'a b']);
  if (types.includes('boolean'))
    return pick(random, chance(random, badness) ? ['"true"', '1', 'maybe'] : ['true', 'false']);
  return pick(random, chance(random, badness) ? ['"1"', 'one', '-1', '[]'] : ['1', '5', '100']);
}

/** Slips of people: a misspelt key, a key twice, a wrong type, a lost value, a key that belongs elsewhere. */
export function mutate(tree: Tree, random: Random): void {
  const owners = mappingsIn(tree).filter(({ pairs }) => pairs.length > 0);
  if (owners.length === 0) return;
  const owner = pick(random, owners);
  const index = Math.floor(random() * owner.pairs.length);
  const pair = owner.pairs[index];
  if (!pair) return;
  const slips: (() => void)[] = [
    () => (pair[0] = pair[0].replace(/.$/, '')),
    () => (pair[0] = pair[0].includes('_') ? pair[0].replaceAll('_', '-') : `${pair[0]}s`),
    () => owner.pairs.push([pair[0], structuredClone(pair[1])]),
    () => (pair[1] = typeof pair[1] === 'string' ? [pair[1]] : 'text'),
    () => (pair[1] = ''),
    () => (pair[1] = { pairs: [['key', 'value']] }),
    () => owner.pairs.splice(index, 1),
    () => {
      const other = pick(random, owners);
      other.pairs.push([pair[0], structuredClone(pair[1])]);
    },
  ];
  pick(random, slips)();
}

function mappingsIn(tree: Tree): { pairs: [string, Tree][] }[] {
  if (typeof tree === 'string') return [];
  if (Array.isArray(tree)) return tree.flatMap(mappingsIn);
  return [tree, ...tree.pairs.flatMap(([, value]) => mappingsIn(value))];
}

/** The tree as YAML, here and there in flow style. */
export function print(tree: Tree, random: Random, indent = 0): string {
  if (typeof tree === 'string') return ` ${tree}\n`;
  const pad = ' '.repeat(indent);
  if (Array.isArray(tree)) {
    if (tree.length === 0) return ' []\n';
    if (chance(random, 0.3) && tree.every((item) => typeof item === 'string')) return ` [${tree.join(', ')}]\n`;
    return `\n${tree.map((item) => `${pad}-${inline(item, random, indent + 2)}`).join('')}`;
  }
  if (tree.pairs.length === 0) return ' {}\n';
  return `\n${tree.pairs.map(([key, value]) => `${pad}${key}:${print(value, random, indent + 2)}`).join('')}`;
}

/** A list's entry: a mapping starts on the dash's own line. */
function inline(item: Tree, random: Random, indent: number): string {
  const text = print(item, random, indent);
  return text.startsWith('\n') ? ` ${text.slice(1 + indent)}` : text;
}
