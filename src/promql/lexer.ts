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

/** Splits an expression into tokens. Inside braces words are labels, and a colon ends nothing. Throws SyntaxFault. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let braces = false;
  let brackets = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const push = (kind: TokenKind, length: number, value = text.slice(at, at + length)): void => {
    tokens.push({ kind, text: value, start: at, end: at + length });
    at += length;
  };
  for (;;) {
    at += match(SPACE)?.length ?? 0;
    const next = text.charAt(at);
    if (next === '') break;
    if (next === '#') {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
      continue;
    }
    if (next === '"' || next === "'" || next === '`') {
      const { value, length } = stringAt(text, at);
      push('string', length, value);
      continue;
    }
    const word = match(braces || brackets > 0 ? LABEL : WORD);
    if (word !== undefined) {
      push(braces ? 'identifier' : kindOfWord(word), word.length);
      continue;
    }
    if (/[0-9.]/.test(next) && !braces) {
      const duration = match(DURATION);
      const number = match(NUMBER);
      if (duration === undefined && number === undefined)
        throw new SyntaxFault(
          `bad number or duration "${match(BROKEN_NUMBER) ?? next}"`,
          at,
          at + (match(BROKEN_NUMBER) ?? next).length,
        );
      push(duration === undefined ? 'number' : 'duration', (duration ?? number ?? '').length);
      continue;
    }
    const operator = match(OPERATOR);
    if (operator === undefined) throw new SyntaxFault(unexpected(text, at), at, at + 1);
    if (braces && !['=', '!=', '=~', '!~', ',', '}'].includes(operator))
      throw new SyntaxFault(`unexpected "${operator}" inside braces`, at, at + operator.length);
    if (operator === '{') braces = true;
    if (operator === '}') braces = false;
    if (operator === '[') brackets++;
    if (operator === ']') brackets = Math.max(0, brackets - 1);
    if (operator === ':' && brackets === 0) throw new SyntaxFault('unexpected ":"', at, at + 1);
    push(operator, operator.length);
  }
  tokens.push({ kind: 'end', text: 'end of the expression', start: text.length, end: text.length });
  return tokens;
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
