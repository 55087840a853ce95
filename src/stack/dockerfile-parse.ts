import type { Located, SourceFile, SourceRange } from '../model/source.js';

/** One instruction of a Dockerfile. */
export interface Instruction {
  /** In capitals. */
  readonly keyword: string;
  /** The keyword's own range. */
  readonly at: SourceRange;
  /** `--NAME=VALUE` before the first word. */
  readonly flags: ReadonlyMap<string, string>;
  readonly words: readonly Located<string>[];
  readonly heredocs: readonly Heredoc[];
}

/** A text that stands below its instruction, up to a line with its name. */
export interface Heredoc extends Located<string> {
  /** The name of its end, and of the file where it is copied to a directory. */
  readonly name: string;
  /** The word that announces it. */
  readonly word: Located<string>;
  /** Whether `$NAME` in it is replaced. */
  readonly expands: boolean;
}

/** Instructions that have flags; of all others a word with dashes is a word. */
const FLAGGED = new Set(['FROM', 'COPY', 'ADD', 'RUN', 'HEALTHCHECK']);
const WITH_HEREDOCS = new Set(['COPY', 'ADD', 'RUN']);

/**
 * Reads the instructions of a Dockerfile; what is no instruction is left to the builder, which says it better.
 * https://docs.docker.com/reference/dockerfile/
 */
export function parseDockerfile(file: SourceFile): Instruction[] {
  const lines = new Lines(file.text);
  const instructions: Instruction[] = [];
  for (let line = lines.next(); line; line = lines.next()) {
    const match = /^\s*([A-Za-z]+)(?:\s+|$)/.exec(line.text);
    if (!match) continue;
    const keyword = (match[1] ?? '').toUpperCase();
    const start = match[0].length - match[0].trimStart().length;
    const at = rangeOf(file, line, start, start + keyword.length);
    const { flags, from } = FLAGGED.has(keyword)
      ? flagsOf(line.text, match[0].length)
      : { flags: new Map<string, string>(), from: match[0].length };
    const words = jsonWords(file, line, from) ?? shellWords(file, line, from);
    const heredocs = WITH_HEREDOCS.has(keyword) ? words.flatMap((word) => lines.heredoc(word, file) ?? []) : [];
    instructions.push({ keyword, at, flags, words, heredocs });
  }
  return instructions;
}

/** A line with those that continue it, and the offset in the file of each of its characters. */
interface Line {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** The lines of a Dockerfile, continued ones joined, comments and empty ones left out. */
class Lines {
  #at = 0;
  readonly #escape: string;

  constructor(private readonly source: string) {
    this.#escape = /^(?:\s*#.*\n)*?\s*#\s*escape\s*=\s*`/i.test(source) ? '`' : '\\';
  }

  next(): Line | undefined {
    let text = '';
    const offsets: number[] = [];
    for (let started = false; ;) {
      const line = this.#physical();
      if (!line) return started ? { text, offsets } : undefined;
      const blank = line.text.trim() === '' || line.text.trimStart().startsWith('#');
      if (blank) continue;
      started = true;
      const trimmed = line.text.trimEnd();
      const continued = trimmed.endsWith(this.#escape);
      const kept = continued ? trimmed.slice(0, -1) : line.text;
      text += kept;
      for (let index = 0; index < kept.length; index++) offsets.push(line.start + index);
      if (!continued) return { text, offsets };
    }
  }

  /** The text that a word such as `<<EOF` announces; it is read from here on. */
  heredoc(word: Located<string>, file: SourceFile): Heredoc | undefined {
    const match = /^<<(-?)(["']?)([^"'\s<]+)\2$/.exec(file.text.slice(word.at.start, word.at.end));
    if (!match) return undefined;
    const start = this.#at;
    for (let end = start; ; end = this.#at) {
      const line = this.#physical();
      const own = match[1] === '-' ? line?.text.replace(/^\t+/, '') : line?.text;
      if (line && own !== match[3]) continue;
      return {
        name: match[3] ?? '',
        value: this.source.slice(start, end),
        at: { file, start, end },
        word,
        expands: match[2] === '',
      };
    }
  }

  #physical(): { text: string; start: number } | undefined {
    const start = this.#at;
    if (start >= this.source.length) return undefined;
    const found = this.source.indexOf('\n', start);
    const end = found < 0 ? this.source.length : found;
    this.#at = end + 1;
    return { text: this.source.slice(start, end).replace(/\r$/, ''), start };
  }
}

function rangeOf(file: SourceFile, { offsets }: Line, start: number, end: number): SourceRange {
  const first = offsets[start] ?? file.text.length;
  return { file, start: first, end: (offsets[end - 1] ?? first - 1) + 1 };
}

function flagsOf(text: string, start: number): { flags: Map<string, string>; from: number } {
  const flags = new Map<string, string>();
  const flag = /--([a-z-]+)(?:=(\S*))?(?:\s+|$)/y;
  let from = start;
  for (flag.lastIndex = start; ; from = flag.lastIndex) {
    const match = flag.exec(text);
    if (!match) return { flags, from };
    flags.set(match[1] ?? '', match[2] ?? '');
  }
}

/** The words of `["a", "b"]`; undefined when it is no list of texts, which is then read as a command line. */
function jsonWords(file: SourceFile, line: Line, from: number): Located<string>[] | undefined {
  const rest = line.text.slice(from);
  if (!rest.startsWith('[')) return undefined;
  try {
    const parsed: unknown = JSON.parse(rest);
    if (!Array.isArray(parsed)) return undefined;
  } catch {
    return undefined;
  }
  return [...rest.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(({ 0: written, index }) => ({
    value: String(JSON.parse(written)),
    at: rangeOf(file, line, from + index, from + index + written.length),
  }));
}

const PART = /"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)|(\s+)|([^\s"'\\]+|["'\\])/gs;

/** Words as a shell splits them: quotes and backslashes taken away, each with its own place. */
function shellWords(file: SourceFile, line: Line, from: number): Located<string>[] {
  const words: Located<string>[] = [];
  let word: { value: string; start: number; end: number } | undefined;
  const finish = (): void => {
    if (word) words.push({ value: word.value, at: rangeOf(file, line, word.start, word.end) });
    word = undefined;
  };
  for (const match of line.text.slice(from).matchAll(PART)) {
    const [all, double, single, escaped, space, plain] = match;
    if (space !== undefined) {
      finish();
      continue;
    }
    const start = from + match.index;
    const value = double?.replaceAll(/\\(["\\$`])/g, '$1') ?? single ?? escaped ?? plain ?? '';
    word = { value: (word?.value ?? '') + value, start: word?.start ?? start, end: start + all.length };
  }
  finish();
  return words;
}
