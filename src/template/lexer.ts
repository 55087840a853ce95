/** A fault in a template: what is wrong, and the offsets it stands at. */
export interface TemplateProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Thrown at the first place where a template stops being one. */
export class TemplateFault extends Error {
  constructor(
    message: string,
    readonly start: number,
    readonly end: number,
  ) {
    super(message);
  }
}

/** A word inside `{{ }}`. `close` ends an action, `end-of-text` the template. */
export interface TemplateToken {
  readonly kind:
    | 'space'
    | 'identifier'
    | 'keyword'
    | 'field'
    | 'variable'
    | 'dot'
    | 'nil'
    | 'bool'
    | 'number'
    | 'string'
    | 'open'
    | 'close'
    | 'end-of-text'
    | ':='
    | '='
    | '|'
    | ','
    | '('
    | ')';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const KEYWORDS = new Set(['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'template', 'with']);
const SPACE = /[ \t\r\n]+/y;
const WORD = /[\p{L}_][\p{L}\p{Nd}_]*/uy;
const FIELD = /\.[\p{L}\p{Nd}_]+/uy;
const VARIABLE = /\$[\p{L}\p{Nd}_]*/uy;
const NUMBER =
  /[+-]?(?:0[xX][0-9a-fA-F_]+(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?\d+)?|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)i?/y;
const STRING = /"(?:[^"\\\n]|\\[^\n])*"/y;
const CHARACTER = /'(?:[^'\\\n]|\\[^\n])+'/y;
const RAW = /`[^`]*`/y;
const CLOSE = /(?:[ \t\r\n]-)?\}\}/y;
const OPERATOR = /:=|[=|,()]/y;

/** Splits a template of Go's text/template into the tokens of its actions; text between actions is left out. Throws TemplateFault. */
export function tokenizeTemplate(text: string): TemplateToken[] {
  const tokens: TemplateToken[] = [];
  for (let at = text.indexOf('{{'); at >= 0; at = text.indexOf('{{', at)) {
    const comment = /^\{\{(?:-[ \t\r\n])?[ \t\r\n]*\/\*/.exec(text.slice(at, at + 8));
    at = comment && /^\{\{(?:-[ \t\r\n]+)?\/\*/.test(comment[0]) ? endOfComment(text, at) : action(text, at, tokens);
  }
  tokens.push({ kind: 'end-of-text', text: 'the end', start: text.length, end: text.length });
  return tokens;
}

function endOfComment(text: string, start: number): number {
  const end = text.indexOf('*/', start);
  if (end < 0) throw new TemplateFault('the comment that starts here is not closed', start, start + 2);
  const close = /^(?:[ \t\r\n]+-)?\}\}/.exec(text.slice(end + 2));
  if (!close) throw new TemplateFault('a comment must end right before "}}"', start, end + 2);
  return end + 2 + close[0].length;
}

/** The tokens of one action; gives the offset behind it. */
function action(text: string, start: number, tokens: TemplateToken[]): number {
  const opening = /^\{\{(?:-(?=[ \t\r\n]))?/.exec(text.slice(start, start + 4))?.[0] ?? '{{';
  tokens.push({ kind: 'open', text: opening, start, end: start + opening.length });
  let at = start + opening.length;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const push = (kind: TemplateToken['kind'], word: string): void => {
    tokens.push({ kind, text: word, start: at, end: at + word.length });
    at += word.length;
  };
  for (;;) {
    const close = match(CLOSE);
    if (close !== undefined) {
      push('close', close);
      return at;
    }
    if (at >= text.length)
      throw new TemplateFault('the action that starts here is not closed by "}}"', start, start + 2);
    const space = match(SPACE);
    if (space !== undefined) {
      push('space', space);
      continue;
    }
    const [kind, word] = wordAt(text, at, match);
    push(kind, word);
    if (['identifier', 'keyword', 'field', 'variable', 'bool', 'nil'].includes(kind)) mustEnd(text, at);
  }
}

/** After a name comes a space, an operator or the end of the action. */
function mustEnd(text: string, at: number): void {
  if (at < text.length && !/^(?:[ \t\r\n.,|:()=]|\}\})/.test(text.slice(at, at + 2)))
    throw new TemplateFault(`unexpected character "${text.charAt(at)}" in an action`, at, at + 1);
}

function wordAt(
  text: string,
  at: number,
  match: (pattern: RegExp) => string | undefined,
): [TemplateToken['kind'], string] {
  const next = text.charAt(at);
  if (next === '"') return ['string', match(STRING) ?? unclosed(at)];
  if (next === '`') return ['string', match(RAW) ?? unclosed(at)];
  if (next === "'") return ['number', match(CHARACTER) ?? unclosed(at)];
  if (next === '$') return ['variable', match(VARIABLE) ?? '$'];
  const number = /[0-9+\-.]/.test(next) ? match(NUMBER) : undefined;
  if (number !== undefined) return ['number', number];
  if (next === '.') {
    const field = match(FIELD);
    return field === undefined ? ['dot', '.'] : ['field', field];
  }
  const operator = match(OPERATOR);
  if (operator !== undefined) return [operator as TemplateToken['kind'], operator];
  const word = match(WORD);
  if (word === undefined) throw new TemplateFault(`unexpected "${next}" in an action`, at, at + 1);
  if (word === 'true' || word === 'false') return ['bool', word];
  if (word === 'nil') return ['nil', word];
  return [KEYWORDS.has(word) ? 'keyword' : 'identifier', word];
}

function unclosed(at: number): never {
  throw new TemplateFault('the text that starts here is not closed', at, at + 1);
}
