/** A YAML document in the making: a scalar as it is to be written, a list or a mapping. */
export type Tree = string | Tree[] | { [key: string]: Tree };

/** One of several values. */
export function pick<T>(random: () => number, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('there is nothing to pick from');
  return value;
}

/** The given entries, each with its own chance; keys of which one is picked are given by the caller. */
export function some(
  random: () => number,
  chance: number,
  entries: Readonly<Record<string, Tree>>,
): Record<string, Tree> {
  return Object.fromEntries(Object.entries(entries).filter(() => random() < chance));
}

/** From one to `most` values that `make` gives. */
export function several(random: () => number, most: number, make: () => Tree): Tree[] {
  return Array.from({ length: 1 + Math.floor(random() * most) }, make);
}

/** Block style, with two spaces a level; now and then a collection in flow style. */
export function write(tree: Tree, random: () => number, indent = ''): string {
  if (typeof tree === 'string') return ` ${tree}\n`;
  const empty = Array.isArray(tree) ? tree.length === 0 : Object.keys(tree).length === 0;
  if (empty || random() < 0.1) return ` ${flow(tree)}\n`;
  const inner = `${indent}  `;
  const lines = Array.isArray(tree)
    ? tree.map((item) => `${indent}-${write(item, random, inner)}`)
    : Object.entries(tree).map(([key, value]) => `${indent}${key}:${write(value, random, inner)}`);
  return `\n${lines.join('')}`;
}

function flow(tree: Tree): string {
  if (typeof tree === 'string') return /^["']|^[\w./-]+$/.test(tree) ? tree : `'${tree.replaceAll("'", "''")}'`;
  if (Array.isArray(tree)) return `[${tree.map(flow).join(', ')}]`;
  const entries = Object.entries(tree).map(([key, value]) => `${key}: ${flow(value)}`);
  return `{ ${entries.join(', ')} }`;
}

/** Every collection in a tree, the tree itself included. */
export function collections(tree: Tree): Exclude<Tree, string>[] {
  if (typeof tree === 'string') return [];
  return [tree, ...Object.values(tree).flatMap(collections)];
}

const WRONG: readonly Tree[] = [
  '""',
  '[]',
  '{}',
  'null',
  '5',
  '-1',
  'true',
  '"yes"',
  'abc',
  '["a"]',
  '{ a: b }',
  '1.5',
  'http://[',
  '0',
  '10',
];

/** Spoils one place: a key misspelt, removed, added or doubled, a value of another type or from `bad`. */
export function mutate(tree: Tree, random: () => number, bad: Readonly<Record<string, readonly Tree[]>>): void {
  const all = collections(tree);
  const known = all.filter((one) => Object.keys(one).some((key) => bad[key]));
  const targeted = known.length > 0 && random() < 0.5;
  const target = pick(random, targeted ? known : all);
  if (Array.isArray(target)) {
    if (target.length > 0 && random() < 0.5) target.push(pick(random, target));
    else target.push(pick(random, WRONG));
    return;
  }
  const keys = Object.keys(target).filter((key) => !targeted || bad[key]);
  if (keys.length === 0) {
    target[pick(random, Object.keys(bad))] = 'x';
    return;
  }
  const key = pick(random, keys);
  const choice = random();
  if (targeted) target[key] = pick(random, bad[key] ?? WRONG);
  else if (choice < 0.25) rename(target, key, `${key.slice(0, -1)}${pick(random, ['', 'x', '_file', 's'])}`);
  else if (choice < 0.5) remove(target, key);
  else if (choice < 0.8) target[key] = pick(random, WRONG);
  else target[`${key}_file`] = '/run/secrets/other';
}

function rename(target: { [key: string]: Tree }, from: string, to: string): void {
  const value = target[from] ?? 'x';
  remove(target, from);
  target[to] = value;
}

function remove(target: { [key: string]: Tree }, key: string): void {
  Reflect.deleteProperty(target, key);
}

/** Doubles one line with a key and a value, which YAML allows in no mapping; a text without such a line stays as it is. */
export function doubleLine(text: string, random: () => number): string {
  const lines = text.split('\n');
  const candidates = lines.flatMap((line, index) => (/^ *[\w-]+: [^|>&[{]+$/.test(line) ? [index] : []));
  if (candidates.length === 0) return text;
  const at = pick(random, candidates);
  return [...lines.slice(0, at), lines[at] ?? '', ...lines.slice(at)].join('\n');
}

/** A seeded generator of numbers from 0 to 1, so that every run sees the same documents. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
