import { commandLine } from '../model/service-flags.js';
import type { SourceRange } from '../model/source.js';
import type { ComposeService } from '../model/stack.js';
import { child, entries, items, text } from '../model/yaml-node.js';
import {
  asWritten,
  hasUnknownPart,
  holdsSecret,
  judgeSecret,
  namesSecret,
  passwordInUrl,
  type FoundWord,
} from './secret-words.js';

/** A secret that stands in a compose file. */
export interface WrittenSecret {
  /** The variable, flag or argument. */
  readonly name: string;
  readonly at: SourceRange;
  /** For comparing only: it is never shown. */
  readonly secret: string;
  readonly kind: 'variable' | 'flag' | 'argument';
  /** Where it stands as the default of a variable. */
  readonly isDefault: boolean;
  readonly word: FoundWord;
}

/** Keys for the doors of others, where a word of an example opens nothing. */
const FOREIGN = /(?:api|access)[_.-]?key\d*$|apikey$|token$|access[_.-]?key$/i;

/** Every secret that stands in what the compose file says of a service, each once. */
export function composeSecrets(service: ComposeService): WrittenSecret[] {
  return [...ofEnvironment(service), ...ofArguments(service), ...ofCommand(service)];
}

function ofEnvironment({ environment }: ComposeService): WrittenSecret[] {
  return [...environment].flatMap(([name, set]) => {
    // Env files are where secrets may be, as long as git does not have them, which cannot be seen.
    if (!set || set.value === '' || set.at.file.kind !== 'compose' || isNoUse(name)) return [];
    const written = rawAt(set.at);
    const raw = written.startsWith(`${name}=`) ? written.slice(name.length + 1) : written;
    return raw === name ? [] : secretIn('variable', name, raw, set.at);
  });
}

/** Names of what is neither used by a program as a secret nor by a person. */
function isNoUse(name: string): boolean {
  return /_FILE$/i.test(name);
}

function ofArguments({ node }: ComposeService): WrittenSecret[] {
  const given = child(node, 'build', 'args');
  const mapped = entries(given).map(([name, { value }]) => ({ name, value: text(value), at: value.at }));
  const listed = items(given).map((item) => {
    const [name = '', ...value] = (text(item) ?? '').split('=');
    return { name, value: value.join('='), at: item.at };
  });
  return [...mapped, ...listed].flatMap(({ name, value, at }) =>
    value === undefined || value === '' ? [] : secretIn('argument', name, rawAt(at).replace(`${name}=`, ''), at),
  );
}

function ofCommand(service: ComposeService): WrittenSecret[] {
  const places = new Map(commandLine(service).map(({ at }) => [at.start, at]));
  const words = [...places.values()]
    .filter(({ file }) => file.kind === 'compose')
    .flatMap((at) =>
      rawAt(at)
        .split(/\s+/)
        .map((word) => ({ word: word.replaceAll(/^["']|["',]$/g, ''), at })),
    );
  const found = words.flatMap(({ word, at }, index) => {
    const [, name, value] = /^--?([\w.-]+)(?:=(.*))?$/.exec(word) ?? [];
    const next = words[index + 1];
    if (name === undefined) return secretIn('flag', 'a URL of the command', word, at);
    if (value !== undefined) return secretIn('flag', `--${name}`, value, at);
    return next && !next.word.startsWith('-') ? secretIn('flag', `--${name}`, next.word, next.at) : [];
  });
  return [...new Map(found.map((one) => [one.name, one])).values()];
}

/** The text of a scalar as the file has it, without its quotes. */
function rawAt({ file, start, end }: SourceRange): string {
  const raw = file.text.slice(start, end).trim();
  return /^(["']).*\1$/s.test(raw) ? raw.slice(1, -1) : raw;
}

function secretIn(kind: WrittenSecret['kind'], name: string, raw: string, at: SourceRange): WrittenSecret[] {
  // Most values are neither, which is told without looking into them.
  if (!raw.includes('://') && !namesSecret(name)) return [];
  const written = asWritten(raw);
  const inUrl = passwordInUrl(written);
  if (hasUnknownPart(inUrl?.password ?? written)) return [];
  const bare = name.replace(/^--?/, '');
  if (!inUrl && !holdsSecret(bare, written)) return [];
  if (!inUrl && written.includes('://')) return [];
  const word = judgeSecret(inUrl?.password ?? written);
  if (word === 'none' || (word !== 'secret' && !inUrl && FOREIGN.test(bare))) return [];
  return [
    {
      name,
      at,
      secret: inUrl?.password ?? written,
      kind,
      isDefault: /\$\{\w+:?-/.test(raw),
      word: inUrl?.password === inUrl?.user && inUrl ? 'guessable' : word,
    },
  ];
}
