import { UsageError } from '../model/errors.js';
import { nearest } from '../model/nearest.js';
import type { IgnoreEntry } from '../model/suppression.js';
import { entries, type MappingNode, type YamlNode } from '../model/yaml-node.js';

const KEYS = ['code', 'file', 'service', 'job', 'target', 'reason'] as const;
type Key = (typeof KEYS)[number];

/** The entries of `ignore` in a settings file. Throws UsageError, with the place, about what cannot be an entry. */
export function readIgnores(node: YamlNode): IgnoreEntry[] {
  if (node.kind === 'sequence') return node.items.map(readEntry);
  if (node.kind === 'scalar' && node.value === null) return [];
  throw new UsageError(`${placeOf(node.at)}: ignore must be a list of entries with code and reason`);
}

function readEntry(node: YamlNode): IgnoreEntry {
  if (node.kind !== 'mapping')
    throw new UsageError(`${placeOf(node.at)}: an entry of ignore must be a mapping with code and reason`);
  const texts = new Map(entries(node).map(([name, { key, value }]) => [known(name, key.at), textOf(name, value)]));
  const code = texts.get('code');
  if (!code)
    throw new UsageError(
      `${placeOf(node.at)}: an entry of ignore has no code: name a rule such as stack/target-localhost, or a family such as stack/*`,
    );
  const { service, job, target, file } = Object.fromEntries(texts) as Partial<Record<Key, string>>;
  return { code, file, service, job, target, reason: texts.get('reason') ?? '', at: codeRange(node) };
}

function known(name: string, at: YamlNode['at']): Key {
  const key = KEYS.find((one) => one === name);
  if (key) return key;
  const similar = nearest(name, KEYS);
  const guess = similar === undefined ? `, expected ${KEYS.join(', ')}` : `; did you mean "${similar}"?`;
  throw new UsageError(`${placeOf(at)}: an entry of ignore has the unknown key "${name}"${guess}`);
}

/** Only a reason may be empty here: that is a finding of its own, so that a run shows all of them at once. */
function textOf(name: string, value: YamlNode): string {
  const text = value.kind === 'scalar' && value.value !== null ? value.text.trim() : '';
  if (value.kind !== 'scalar' || (text === '' && name !== 'reason'))
    throw new UsageError(`${placeOf(value.at)}: ${name} of an entry of ignore must be a text that is not empty`);
  return text;
}

function codeRange(node: MappingNode): YamlNode['at'] {
  return node.entries.get('code')?.value.at ?? node.at;
}

/** A place as messages print it. */
export function placeOf(at: YamlNode['at']): string {
  const { line, column } = at.file.position(at.start);
  return `${at.file.path}:${String(line)}:${String(column)}`;
}
