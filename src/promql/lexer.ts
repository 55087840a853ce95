/** A fault in an expression: what is wrong, and the offsets it stands at. */
export interface PromqlProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Kinds of tokens; operators and keywords have their own text as kind. */
export type TokenKind = 'number' | 'duration' | 'string' | 'identifier' | 'metric' | 'end' | (string & {});

/** A word of an expression. */
export interface Token {
  readonly kind: TokenKind;
  /** As written; of a string what it means. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Thrown at the first place where the text stops being PromQL; the parser turns it into a problem. */
export class SyntaxFault extends Error {
  constructor(
    message: string,
    readonly start: number,
    readonly end: number,
  ) {
    super(message);
  }
}

/** Words that are not just names. Source: the `key` table of prometheus `promql/parser/lex.go`. */
export const AGGREGATORS: ReadonlySet<string> = new Set([
  'avg',
  'bottomk',
  'count',
  'count_values',
  'group',
  'limitk',
  'limit_ratio',
  'max',
  'min',
  'quantile',
  'stddev',
  'stdvar',
  'sum',
  'topk',
]);
const KEYWORDS: ReadonlySet<string> = new Set([
  ...AGGREGATORS,
  'and',
  'or',
  'unless',
  'atan2',
  'offset',
  'by',
  'without',
  'on',
  'ignoring',
  'group_left',
  'group_right',
  'bool',
  'start',
  'end',
]);

const SPACE = /[ \t\r\n]*/y;
const WORD = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const LABEL = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const NUMBER =
  /(?:0[xX]_?[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|(?:[0-9]+(?:_[0-9]+)*)(?:\.(?:[0-9]+(?:_[0-9]+)*)?)?(?:[eE][+-]?[0-9]+(?:_[0-9]+)*)?|\.[0-9]+(?:_[0-9]+)*(?:[eE][+-]?[0-9]+(?:_[0-9]+)*)?)(?![a-zA-Z0-9_.])/y;
const DURATION = /(?:[0-9]+(?:ms|[smhdwy]))+(?![a-zA-Z0-9_])/y;
const BROKEN_NUMBER = /[0-9.][a-zA-Z0-9_.]*/y;
const OPERATOR = /==|=~|!=|!~|<=|>=|[-+*/%^=<>(),@{}[\]:]/y;

const IN_BRACES: ReadonlySet<string> = new Set(['=', '!=', '=~', '!~', ',', '}']);

/** Splits an expression into tokens. Inside braces words are labels, and a colon ends nothing. Throws SyntaxFault. */
export function tokenize(text: string): Token[] {
  const lexer = new Lexer(text);
  while (lexer.next());
  lexer.tokens.push({ kind: 'end', text: 'end of the expression', start: text.length, end: text.length });
  return lexer.tokens;
}

class Lexer {
  readonly tokens: Token[] = [];
  #at = 0;
  #inBraces = false;
  #brackets = 0;

  constructor(private readonly text: string) {}

  /** Takes one token, or a comment. Returns whether there was anything. */
  next(): boolean {
    this.#at += this.#match(SPACE)?.length ?? 0;
    const first = this.text.charAt(this.#at);
    if (first === '') return false;
    if (first === '#') this.#skipComment();
    else if (first === '"' || first === "'" || first === '`') this.#takeString();
    else if (!this.#takesWord()) {
      if (/[0-9.]/.test(first) && !this.#inBraces) this.#takeNumber(first);
      else this.#takeOperator();
    }
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.text)?.[0];
  }

  #push(kind: TokenKind, length: number, value = this.text.slice(this.#at, this.#at + length)): void {
    this.tokens.push({ kind, text: value, start: this.#at, end: this.#at + length });
    this.#at += length;
  }

  #skipComment(): void {
    const end = this.text.indexOf('\n', this.#at);
    this.#at = end < 0 ? this.text.length : end;
  }

  #takeString(): void {
    const { value, length } = stringAt(this.text, this.#at);
    this.#push('string', length, value);
  }

  #takesWord(): boolean {
    const word = this.#match(this.#inBraces || this.#brackets > 0 ? LABEL : WORD);
    if (word === undefined) return false;
    this.#push(this.#inBraces ? 'identifier' : kindOfWord(word), word.length);
    return true;
  }

  #takeNumber(first: string): void {
    const duration = this.#match(DURATION);
    const number = this.#match(NUMBER);
    if (duration === undefined && number === undefined) {
      const broken = this.#match(BROKEN_NUMBER) ?? first;
      throw new SyntaxFault(`bad number or duration "${broken}"`, this.#at, this.#at + broken.length);
    }
    this.#push(duration === undefined ? 'number' : 'duration', (duration ?? number ?? '').length);
  }

  #takeOperator(): void {
    const at = this.#at;
    const operator = this.#match(OPERATOR);
    if (operator === undefined) throw new SyntaxFault(unexpected(this.text, at), at, at + 1);
    if (this.#inBraces && !IN_BRACES.has(operator))
      throw new SyntaxFault(`unexpected "${operator}" inside braces`, at, at + operator.length);
    if (operator === '{') this.#inBraces = true;
    if (operator === '}') this.#inBraces = false;
    if (operator === '[') this.#brackets++;
    if (operator === ']') this.#brackets = Math.max(0, this.#brackets - 1);
    if (operator === ':' && this.#brackets === 0) throw new SyntaxFault('unexpected ":"', at, at + 1);
    this.#push(operator, operator.length);
  }
}

function kindOfWord(word: string): TokenKind {
  const lower = word.toLowerCase();
  if (lower === 'inf' || lower === 'nan') return 'number';
  if (KEYWORDS.has(lower)) return lower;
  return word.includes(':') ? 'metric' : 'identifier';
}

function unexpected(text: string, at: number): string {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (character === '!') return 'unexpected "!": expected "!=" or "!~"';
  if (character === '&' || character === '|') return `unexpected "${character}": PromQL has the words "and" and "or"`;
  return `unexpected character "${character}"`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
  "'": "'",
};

/** A quoted text with Go's escapes; raw between backticks. */
function stringAt(text: string, start: number): { value: string; length: number } {
  const quote = text.charAt(start);
  if (quote === '`') {
    const end = text.indexOf('`', start + 1);
    if (end < 0) throw new SyntaxFault('the raw text that starts here is not closed', start, start + 1);
    return { value: text.slice(start + 1, end), length: end + 1 - start };
  }
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === quote) return { value, length: at + 1 - start };
    if (character === '\n') break;
    if (character !== '\\') {
      value += character;
      continue;
    }
    const { decoded, length } = escapeAt(text, at, quote);
    value += decoded;
    at += length - 1;
  }
  throw new SyntaxFault('the text that starts here is not closed', start, start + 1);
}

function escapeAt(text: string, at: number, quote: string): { decoded: string; length: number } {
  const code = text.charAt(at + 1);
  const simple = ESCAPES[code];
  if (simple !== undefined && (code === quote || (code !== '"' && code !== "'"))) return { decoded: simple, length: 2 };
  const numeric = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3}))/.exec(
    text.slice(at, at + 10),
  );
  const digits = numeric?.[1] ?? numeric?.[2] ?? numeric?.[3];
  const point = numeric?.[4] === undefined ? parseInt(digits ?? '', 16) : parseInt(numeric[4], 8);
  if (!numeric || point > 0x10ffff || (point >= 0xd800 && point < 0xe000) || (numeric[4] !== undefined && point > 255))
    throw new SyntaxFault(`unknown escape "\\${code}" in a text`, at, Math.min(at + 2, text.length));
  return { decoded: String.fromCodePoint(point), length: numeric[0].length };
}
