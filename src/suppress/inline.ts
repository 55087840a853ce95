import type { Finding } from '../model/finding.js';
import type { SourceFile, SourceRange } from '../model/source.js';
import { commentsOf, type YamlComment } from '../yaml/comments.js';
import { suppressionFinding, type ReadSuppressions, type Suppression } from './suppression.js';

const MARK = 'scrapegate-ignore';
/** The mark, the codes, and what follows the first colon. */
const DIRECTIVE = /^scrapegate-ignore([\w-]*)\s*([^:]*)(?::(.*))?$/s;
/** Comments, empty lines and the marks that begin a document. */
const TOP = /^(?:[^\S\n]*(?:#.*|---[^\S\n]*(?:#.*)?|%.*)?(?:\n|$))*/;
const HELP = `write "# ${MARK} CODE: REASON" on the line of the finding or above it, or "# ${MARK}-file CODE: REASON" at the top of the file`;

/** The suppressions in the comments of files, in the order in which they are written. */
export function inlineSuppressions(files: readonly SourceFile[]): ReadSuppressions {
  const read = distinct(files).map((file) => new CommentReader(file).read());
  return {
    suppressions: read.flatMap(({ suppressions }) => suppressions),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** A file may be read more than once; what it says counts once. JSON and env files have no YAML comments. */
function distinct(files: readonly SourceFile[]): SourceFile[] {
  const withMark = files.filter(
    ({ path, kind, text }) => text.includes(MARK) && kind !== 'env' && !path.toLowerCase().endsWith('.json'),
  );
  return [...new Map(withMark.map((file) => [`${file.path}:${String(file.position(0).line)}`, file])).values()];
}

class CommentReader {
  readonly #suppressions: Suppression[] = [];
  readonly #problems: Finding[] = [];
  readonly #comments: readonly YamlComment[];
  /** Offset of the first line that has more than a comment. */
  readonly #contentStart: number;
  /** Lines that hold nothing but a comment. */
  readonly #commentLines: ReadonlySet<number>;

  constructor(private readonly file: SourceFile) {
    this.#comments = commentsOf(file);
    this.#contentStart = TOP.exec(file.text)?.[0].length ?? 0;
    this.#commentLines = new Set(this.#comments.filter(({ alone }) => alone).map(({ at }) => this.#lineOf(at)));
  }

  read(): ReadSuppressions {
    for (const comment of this.#comments) if (comment.text.startsWith(MARK)) this.#directive(comment);
    return { suppressions: this.#suppressions, problems: this.#problems };
  }

  #directive(comment: YamlComment): void {
    const [, ending = '', list = '', reason = ''] = DIRECTIVE.exec(comment.text) ?? [];
    const names = list.split(',').map((name) => name.trim());
    const fault = this.#faultOf(comment, ending, names);
    if (fault !== undefined) {
      this.#problems.push(suppressionFinding('suppression/malformed', fault, comment.at, HELP));
      return;
    }
    // Words after a code are a reason whose colon was forgotten: without the colon it is none.
    const clear = names.every((name) => !/\s/.test(name));
    let from = comment.at.start + MARK.length;
    for (const name of names) {
      const at = this.#rangeOf(comment, name.replace(/\s.*$/s, ''), from);
      this.#add(comment, at, clear ? reason.trim() : '', ending === '-file');
      from = at.end;
    }
  }

  #faultOf(comment: YamlComment, ending: string, names: readonly string[]): string | undefined {
    if (ending !== '' && ending !== '-file') return `"${MARK}${ending}" is no comment that Scrapegate knows`;
    if (names.includes('')) return `"${comment.text}" names no code to suppress`;
    if (ending === '-file' && !this.#isAtTop(comment))
      return `"${MARK}-file" has no effect here: expected above everything else in the file`;
    return undefined;
  }

  #add(comment: YamlComment, at: SourceRange, reason: string, wholeFile: boolean): void {
    const { path, text } = this.file;
    const line = wholeFile ? undefined : this.#lineMeant(comment);
    this.#suppressions.push({
      kind: 'inline',
      code: text.slice(at.start, at.end),
      reason,
      at,
      scope: line === undefined ? `in ${path}` : `on line ${String(line)}`,
      covers: ({ location }) => location?.file === path && (line === undefined || location.start.line === line),
    });
  }

  /** The comment's own line, or the one below the comments that it is among. */
  #lineMeant({ at, alone }: YamlComment): number {
    let line = this.#lineOf(at);
    if (alone) while (this.#commentLines.has(line)) line++;
    return line;
  }

  /** Above everything but other comments, empty lines and the marks that begin a document. */
  #isAtTop({ at, alone }: YamlComment): boolean {
    // A text inside another one has no top of its own: the file does.
    return alone && this.file.position(0).line === 1 && at.start < this.#contentStart;
  }

  #rangeOf({ at }: YamlComment, code: string, from: number): SourceRange {
    const start = this.file.text.slice(0, at.end).indexOf(code, from);
    return { file: this.file, start, end: start + code.length };
  }

  #lineOf({ start }: SourceRange): number {
    return this.file.position(start).line;
  }
}
