import { ANYTHING, ODD, Raw, SECTIONS, TOP, USUAL, VALID_ENTRIES } from './compose-values.js';
import { Dice } from './dice.js';

type Tree = Record<string, unknown>;

/** A project as texts. */
export interface Generated {
  readonly files: Record<string, string>;
}

const FILES: Readonly<Record<string, string>> = {
  'app.env': 'A=1\nB="two"\n',
  'bad.env': 'A B=1\n',
  'lib.yml': 'services:\n  base:\n    image: base:1\n    environment: {BASE: "1"}\n',
  'more.yml': 'services:\n  more:\n    image: more:1\n',
};

/** A compose project like those people write, most of them with a few mistakes. */
export function generateCompose(random: () => number): Generated {
  const dice = new Dice(random);
  const document = base(dice);
  const mistakes = dice.one([0, 1, 1, 1, 2, 3]);
  for (let count = 0; count < mistakes; count++) mutate(document, dice);
  const text = dump(document, dice);
  const files: Record<string, string> = {
    ...FILES,
    'compose.yml': mistakes > 0 && dice.chance(0.12) ? mutateText(text, dice) : text,
  };
  if (dice.chance(0.2)) files['compose.override.yml'] = dump(override(dice, mistakes > 0), dice);
  return { files };
}

/** Keys that exclude each other are chosen one at a time. */
const EXCLUDING: readonly (readonly string[])[] = [
  ['network_mode', 'networks'],
  ['scale', 'deploy', 'mem_limit', 'cpus', 'pids_limit'],
  ['platform', 'build'],
];

function service(dice: Dice): Tree {
  const keys = dice.some(Object.keys(USUAL), 0.15);
  const excluded = new Set(EXCLUDING.flatMap((group) => keys.filter((key) => group.includes(key)).slice(1)));
  const entries = keys
    .filter((key) => !excluded.has(key))
    .map((key): [string, unknown] => [key, structuredClone(dice.one(USUAL[key] ?? []))]);
  return {
    image: dice.one(['app:1', 'registry.example/team/app:2.0', 'app@sha256:00']),
    ...Object.fromEntries(entries),
  };
}

function base(dice: Dice): Tree {
  const services: Tree = { db: { image: 'db:1' } };
  for (const name of dice.some(['web', 'api', 'worker'], 0.6)) services[name] = service(dice);
  const entry = (section: string): unknown =>
    structuredClone(dice.one((SECTIONS[section] ?? []).slice(0, VALID_ENTRIES[section])));
  return {
    services,
    networks: { front: entry('networks') },
    volumes: { data: entry('volumes') },
    configs: { conf: entry('configs') },
    secrets: { token: entry('secrets') },
  };
}

function override(dice: Dice, wrong: boolean): Tree {
  const key = dice.one(Object.keys(USUAL));
  const values = wrong && dice.chance(0.3) ? (ODD[key] ?? ANYTHING) : (USUAL[key] ?? []);
  return { services: { db: { [key]: dice.one(values) } } };
}

/** The members of a mapping that are mappings themselves. */
function trees(value: unknown): Record<string, Tree> {
  const isTree = (item: unknown): item is Tree =>
    typeof item === 'object' && item !== null && !Array.isArray(item) && !(item instanceof Raw);
  return isTree(value)
    ? Object.fromEntries(Object.entries(value).filter((pair): pair is [string, Tree] => isTree(pair[1])))
    : {};
}

/** One mistake, or something that only looks like one. */
function mutate(document: Tree, dice: Dice): void {
  const services = trees(document['services']);
  const names = Object.keys(services);
  if (names.length === 0) return;
  const target = services[dice.one(names)];
  dice.one([
    () => {
      oddValue(target, dice);
    },
    () => {
      oddValue(target, dice);
    },
    () => {
      oddValue(target, dice);
    },
    () => {
      oddEntry(document, dice);
    },
    () => {
      somewhere(document, dice);
    },
    () => {
      rename(target, dice);
    },
    () => {
      Object.assign(document, Object.fromEntries([dice.one(TOP)]));
    },
    () => {
      drop(document, dice);
    },
    () => {
      circle(services, dice);
    },
    () => {
      bothPlaces(target, dice);
    },
  ])();
}

function oddValue(target: Tree | undefined, dice: Dice): void {
  const key = dice.one(Object.keys(ODD));
  if (target) target[key] = structured(dice.one(ODD[key] ?? []));
}

function structured(value: unknown): unknown {
  if (value instanceof Raw || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(structured);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, structured(item)]));
}

function oddEntry(document: Tree, dice: Dice): void {
  const section = dice.one(Object.keys(SECTIONS));
  const entries = document[section];
  if (typeof entries !== 'object' || entries === null) return;
  const [name] = Object.keys(entries);
  (entries as Tree)[dice.chance(0.1) ? 'odd name' : (name ?? 'more')] = structured(dice.one(SECTIONS[section] ?? []));
}

/** Another value anywhere in the tree. */
function somewhere(document: Tree, dice: Dice): void {
  let at: Tree = document;
  for (let depth = 0; depth < 6; depth++) {
    const keys = Object.keys(at);
    if (keys.length === 0) return;
    const key = dice.one(keys);
    const next = at[key];
    if (depth > 0 && (typeof next !== 'object' || next === null || next instanceof Raw || dice.chance(0.3))) {
      at[key] = structured(dice.one(ANYTHING));
      return;
    }
    if (typeof next !== 'object' || next === null || next instanceof Raw) return;
    at = next as Tree;
  }
}

/** A slip in the spelling of a key. */
function rename(target: Tree | undefined, dice: Dice): void {
  if (!target || Object.keys(target).length === 0) return;
  const key = dice.one(Object.keys(target));
  const at = dice.number(key.length);
  const slips = [
    key.slice(0, at) + key.slice(at + 1),
    `${key}s`,
    key.replaceAll('_', '-'),
    key.toUpperCase(),
    `x-${key}`,
  ];
  const value = target[key];
  Reflect.deleteProperty(target, key);
  target[dice.one(slips)] = value;
}

function drop(document: Tree, dice: Dice): void {
  Reflect.deleteProperty(document, dice.one(Object.keys(document).filter((key) => key !== 'services')));
}

function circle(services: Record<string, Tree>, dice: Dice): void {
  const names = Object.keys(services);
  const one = dice.one(names);
  const other = dice.one(names);
  const key = dice.one(['depends_on', 'links', 'volumes_from', 'extends']);
  const link = (to: string): unknown => (key === 'extends' ? to : [to]);
  Object.assign(services[one] ?? {}, { [key]: link(other) });
  if (dice.chance(0.7)) Object.assign(services[other] ?? {}, { [key]: link(one) });
}

/** The same said twice, in agreement or not. */
function bothPlaces(target: Tree | undefined, dice: Dice): void {
  Object.assign(
    target ?? {},
    dice.one<Tree>([
      { scale: 2, deploy: { replicas: dice.one([2, 3]) } },
      { mem_limit: '1g', deploy: { resources: { limits: { memory: dice.one(['1024m', '2g']) } } } },
      { cpus: 1, deploy: { resources: { limits: { cpus: dice.one(['1', '2']) } } } },
      { network_mode: 'host', networks: dice.one<unknown>([['front'], [], { front: null }]) },
      { container_name: 'fixed', scale: dice.one([1, 2]) },
      { platform: 'linux/arm64', build: { context: '.', platforms: dice.one([['linux/arm64'], ['linux/amd64']]) } },
      { image: null, build: '.' },
      { image: undefined },
    ]),
  );
}

/** YAML that is no longer what the tree was. */
function mutateText(text: string, dice: Dice): string {
  const lines = text.split('\n');
  const at = dice.number(lines.length);
  const line = lines[at] ?? '';
  return dice.one([
    () => lines.toSpliced(at, 0, line).join('\n'),
    () => lines.toSpliced(at, 1).join('\n'),
    () => lines.toSpliced(at, 1, line.replace(/^ {2}/, '\t')).join('\n'),
    () => lines.toSpliced(at, 1, ` ${line}`).join('\n'),
    () => lines.toSpliced(at, 1, line.replace(': ', ':')).join('\n'),
    () => lines.toSpliced(at, 1, `${line} # note`).join('\n'),
    () => `${text}---\n${dice.one(['', 'services: {db: {restart: always}}\n', '5\n'])}`,
    () => text.replace(/"([^"\n]*)"/, '"$1'),
    () => `x-a: &a {tty: true}\n${text.replace(/^( +)image:/m, '$1<<: *a\n$1image:')}`,
    () => text.replace(/^( +)image:/m, '$1<<: 5\n$1image:'),
  ])();
}

/** A tree as YAML: blocks above, lists and small mappings in one line as often as not. */
function dump(document: Tree, dice: Dice): string {
  return Object.entries(document)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => entry(key, value, '', dice))
    .join('');
}

function entry(key: string, value: unknown, indent: string, dice: Dice): string {
  const name = scalar(key, dice);
  const simple = typeof value !== 'object' || value === null || value instanceof Raw;
  if (simple) return `${indent}${name}: ${scalar(value, dice)}\n`;
  const empty = Object.keys(value).length === 0;
  if (empty || (indent.length > 2 && dice.chance(0.5))) return `${indent}${name}: ${flow(value, dice)}\n`;
  if (Array.isArray(value))
    return `${indent}${name}:\n${value.map((item) => `${indent}  - ${flow(item, dice)}\n`).join('')}`;
  const inner = Object.entries(value).filter(([, item]) => item !== undefined);
  return `${indent}${name}:\n${inner.map(([below, item]) => entry(below, item, `${indent}  `, dice)).join('')}`;
}

function flow(value: unknown, dice: Dice): string {
  if (typeof value !== 'object' || value === null || value instanceof Raw) return scalar(value, dice);
  if (Array.isArray(value)) return `[${value.map((item) => flow(item, dice)).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${scalar(key, dice)}: ${flow(item, dice)}`)
    .join(', ')}}`;
}

const PLAIN = /^[A-Za-z_./][\w./@-]*(?: [\w./-]+)*$/;
const MEANT = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

function scalar(value: unknown, dice: Dice): string {
  if (value instanceof Raw) return value.text;
  if (value === null) return dice.one(['null', '~']);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (PLAIN.test(value) && !MEANT.test(value)) return value;
  return dice.chance(0.5) && !value.includes("'") ? `'${value}'` : JSON.stringify(value);
}
