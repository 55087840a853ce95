import { SYMPTOMS, type Symptom, type SymptomName } from './symptom.js';

/** What of a fixture is not replaced, because the case is about it. */
export const KEEPABLE = ['ports', 'names', 'networks', 'healthcheck', 'timings', 'command', 'intervals'] as const;
export type Kept = (typeof KEEPABLE)[number];

/** A port on which a stand-in listens; `silent` accepts and says nothing, `closing` ends each connection at once. */
export interface Listener {
  readonly port: number;
  readonly speaks: 'http' | 'json' | 'silent' | 'closing' | 'metrics' | 'docker';
}

/** How the stacks of a proof are booted. */
export interface Boot {
  readonly keep: readonly Kept[];
  /** Hermetic image by service, where the name of the fixture's image does not tell. */
  readonly images: Readonly<Record<string, string>>;
  /** What stand-ins listen on besides the ports that compose.yml gives. */
  readonly listen: Readonly<Record<string, readonly Listener[]>>;
  /** File modes (octal) of the bad case, which no repository keeps; a `modes.json` beside a case is another way. */
  readonly modes: Readonly<Record<string, string>>;
  readonly profiles: readonly string[];
  /** Base of Prometheus' API as its own container sees it. */
  readonly api: string;
}

/** One thing to see in the bad case, and what not to see in the control. */
export interface Claim {
  readonly shown: Symptom;
  readonly control: { readonly case: string; readonly absent: Symptom };
}

/** A `proof.json`. */
export interface Proof {
  readonly claims: readonly Claim[];
  readonly boot: Boot;
  readonly withinSeconds: number;
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const BOOT_KEYS = ['keep', 'images', 'listen', 'modes', 'profiles', 'api', 'within'];
const WITHIN_SECONDS = 60;

/** Reads a `proof.json`: one symptom, or several under `symptoms`. Throws with what is wrong, since a proof that is misread proves nothing. */
export function parseProof(text: string): Proof {
  const root: unknown = JSON.parse(text);
  if (!isObject(root)) throw new Error('expected an object');
  const several = root['symptoms'];
  const boot = Object.fromEntries(Object.entries(root).filter(([key]) => BOOT_KEYS.includes(key)));
  const single = Object.fromEntries(
    Object.entries(root).filter(([key]) => !BOOT_KEYS.includes(key) && key !== 'symptoms'),
  );
  if (several !== undefined && Object.keys(single).length > 0)
    throw new Error(`"${Object.keys(single).join('", "')}" beside "symptoms"`);
  const list = several === undefined ? [single] : several;
  if (!Array.isArray(list) || list.length === 0) throw new Error('"symptoms" is no list');
  const within = boot['within'] ?? WITHIN_SECONDS;
  if (typeof within !== 'number') throw new Error('"within" is no number of seconds');
  return { claims: list.map(parseClaim), boot: parseBoot(boot), withinSeconds: within };
}

function parseClaim(value: unknown): Claim {
  if (!isObject(value)) throw new Error('a symptom is no object');
  const { control = 'good', ...symptom } = value;
  const shown = parseSymptom(symptom);
  if (typeof control === 'string') return { shown, control: { case: control, absent: shown } };
  if (!isObject(control)) throw new Error('"control" is neither the name of a case nor an object');
  const { case: name = 'good', ...changes } = control;
  if (typeof name !== 'string') throw new Error('"case" of the control is no name');
  // The pattern of a failure says nothing where there is none to be.
  return { shown, control: { case: name, absent: parseSymptom({ ...symptom, ...changes }) } };
}

function parseSymptom(value: Json): Symptom {
  const name = value['symptom'];
  if (typeof name !== 'string' || !(name in SYMPTOMS)) throw new Error(`"${String(name)}" is no symptom`);
  const { keys } = SYMPTOMS[name as SymptomName];
  const allowed = keys.map((key) => key.replace('!', ''));
  for (const key of Object.keys(value))
    if (key !== 'symptom' && !allowed.includes(key)) throw new Error(`"${name}" has no "${key}"`);
  for (const key of keys)
    if (key.endsWith('!') && !(key.slice(0, -1) in value)) throw new Error(`"${name}" lacks "${key.slice(0, -1)}"`);
  for (const key of ['message', 'log', 'output', 'error']) if (key in value) new RegExp(String(value[key]));
  return value as unknown as Symptom;
}

function parseBoot(value: Json): Boot {
  const keep = value['keep'] ?? [];
  if (!Array.isArray(keep) || keep.some((one) => !KEEPABLE.includes(one as Kept)))
    throw new Error(`"keep" is no list of ${KEEPABLE.join(', ')}`);
  return {
    keep: keep as Kept[],
    images: (value['images'] ?? {}) as Boot['images'],
    listen: parseListen(value['listen'] ?? {}),
    modes: (value['modes'] ?? {}) as Boot['modes'],
    profiles: (value['profiles'] ?? []) as string[],
    api: (value['api'] ?? 'http://localhost:9090') as string,
  };
}

function parseListen(value: unknown): Boot['listen'] {
  if (!isObject(value)) throw new Error('"listen" is no object');
  const listener = (one: unknown): Listener => {
    if (typeof one === 'number') return { port: one, speaks: 'http' };
    if (!isObject(one) || typeof one['port'] !== 'number') throw new Error('"listen" has something that is no port');
    return { port: one['port'], speaks: (one['speaks'] ?? 'http') as Listener['speaks'] };
  };
  return Object.fromEntries(
    Object.entries(value).map(([service, ports]) => [service, (ports as readonly unknown[]).map(listener)]),
  );
}
