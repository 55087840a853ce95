import { interpolate, type InterpolationProblem } from './interpolate.js';

/** One variable of an env file, with the offsets of its value; `value` is undefined where only the name is written. */
export interface EnvVariable {
  readonly name: string;
  readonly value: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** What is wrong in an env file, as half-open offsets. */
export interface EnvProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** An env file, read as far as it can be read. */
export interface EnvFile {
  readonly variables: readonly EnvVariable[];
  readonly problem?: EnvProblem | undefined;
}

const BLANK = /[ \t\v\f\r]*/y;
const UNTIL_STATEMENT = /(?:\s|#[^\n]*(?:\n|$))*/y;
const KEY = /(?:export[ \t]+)?([^=:\n]*)([=:\n]|$)/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', $: '$$' };

/**
 * Reads an env file. Single quotes keep the text as it is; elsewhere variables are filled in, known ones first and then those
 * of the file above. https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
export function readEnvFile(text: string, known: Readonly<Record<string, string>>): EnvFile {
  return new Reader(text, { ...known }, known).read();
}

/** The variables of an env file by name; those that only have a name are taken from `known`. */
export function parseDotenv(text: string, known: Readonly<Record<string, string>>): Record<string, string> {
  const named = readEnvFile(text, known).variables.map(({ name, value }) => [name, value ?? known[name]] as const);
  return Object.fromEntries(named.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** The `raw` format: everything after `=` is the value. */
export function readRawEnvFile(text: string): EnvFile {
  const variables = [...text.matchAll(/^[ \t]*(?!#)([^=\s]+)(?:=(.*?))?\r?$/gm)].map(
    ({ 0: line, 1: name = '', 2: value, index }): EnvVariable => ({
      name,
      value,
      start: index,
      end: index + line.length,
    }),
  );
  return { variables };
}

class Reader {
  #at = 0;
  readonly #variables: EnvVariable[] = [];
  #problem: EnvProblem | undefined;

  /** @param scope what references see: `known` and, below it, the variables so far */
  constructor(
    private readonly text: string,
    private readonly scope: Record<string, string>,
    private readonly known: Readonly<Record<string, string>>,
  ) {}

  read(): EnvFile {
    for (this.#skip(UNTIL_STATEMENT); this.#at < this.text.length && !this.#problem; this.#skip(UNTIL_STATEMENT))
      this.#statement();
    return { variables: this.#variables, problem: this.#problem };
  }

  #skip(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.text);
    if (match) this.#at += match[0].length;
    return match;
  }

  #statement(): void {
    const start = this.#at;
    const [, written = '', separator = ''] = this.#skip(KEY) ?? [];
    const name = written.trim();
    const odd = /[^\p{L}\p{N}_.\-[\]\s]/u.exec(name)?.[0];
    if (odd !== undefined)
      this.#fail(`the name "${name}" has a "${odd}"; a line must read NAME=VALUE`, start, start + written.length);
    else if (/\s/.test(name))
      this.#fail(`the name "${name}" has a space; a line must read NAME=VALUE`, start, start + written.length);
    else if (separator === '=' || separator === ':') this.#value(name);
    else this.#variables.push({ name, value: undefined, start, end: start + written.length });
  }

  #value(name: string): void {
    this.#skip(BLANK);
    const quote = this.text[this.#at];
    if (quote === "'" || quote === '"') this.#quoted(name, quote);
    else this.#plain(name);
  }

  #plain(name: string): void {
    const start = this.#at;
    const newline = this.text.indexOf('\n', start);
    const line = this.text.slice(start, newline < 0 ? undefined : newline);
    this.#at = start + line.length;
    this.#add(name, this.#expand(line.replace(/\s#.*$/s, '').trimEnd(), start), start, this.#at);
  }

  #quoted(name: string, quote: string): void {
    const start = this.#at;
    const pattern = quote === "'" ? /'((?:[^'\\]|\\[^])*)'/y : /"((?:[^"\\]|\\[^])*)"/y;
    const [, inner] = this.#skip(pattern) ?? [];
    if (inner === undefined) {
      this.#fail(`the value of "${name}" opens a ${quote} that nothing closes`, start, start + 1);
      return;
    }
    if (quote === "'") this.#add(name, inner.replaceAll("\\'", "'"), start, this.#at);
    else {
      const unescaped = inner.replaceAll(/\\([^])/g, (pair, letter: string) => ESCAPES[letter] ?? pair);
      this.#add(name, this.#expand(unescaped, start), start, this.#at);
    }
  }

  #expand(text: string, start: number): string {
    if (!text.includes('$')) return text;
    const result = interpolate(text, this.scope);
    const fatal = result.problems.find(({ kind }: InterpolationProblem) => kind !== 'unset');
    if (fatal) this.#fail(fatal.message, start, this.#at);
    return result.text;
  }

  #add(name: string, value: string, start: number, end: number): void {
    this.#variables.push({ name, value, start, end });
    if (!Object.hasOwn(this.known, name)) this.scope[name] = value;
  }

  #fail(message: string, start: number, end: number): void {
    this.#problem ??= { message, start, end };
  }
}
