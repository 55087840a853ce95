import { anchoredRegexFault } from '../promql/go-regex.js';

/** What is wrong with a matcher such as `severity="critical"`. */
export interface MatcherFault {
  readonly message: string;
  /** Whether only the parser of Alertmanager before 0.27 takes it, to which later ones fall back. */
  readonly classicOnly: boolean;
}

/**
 * What Alertmanager says to a line of `matchers`: it asks its UTF-8 parser, and the classic one when that fails.
 * Source: https://prometheus.io/docs/alertmanager/latest/configuration/ (matchers).
 */
export function matcherFault(line: string): MatcherFault | undefined {
  const utf8 = utf8Fault(line);
  if (utf8 === undefined) return undefined;
  const classic = classicFault(line);
  return classic === undefined ? { message: utf8, classicOnly: true } : { message: classic, classicOnly: false };
}

const TOKEN = /\s*(?:([{},])|(=~|!=|!~|=)|("(?:[^"\\]|\\.)*")|([^\s{}!=~,\\"'`]+))/suy;

/** The words of the UTF-8 grammar; undefined when a character fits none. */
function tokens(line: string): string[] | undefined {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  const text = line.trimEnd();
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) return undefined;
    found.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
  }
  return found;
}

function utf8Fault(line: string): string | undefined {
  const all = tokens(line);
  if (!all) return 'it has a character that must be in double quotes';
  if (all[0] === '{') {
    if (all.length < 2 || all.at(-1) !== '}') return 'the "}" at its end is missing';
    return matchersFault(all.slice(1, -1));
  }
  return matchersFault(all);
}

/** Matchers between commas; a comma may end them. */
function matchersFault(words: readonly string[]): string | undefined {
  for (let at = 0; at < words.length; at += 4) {
    const [name = '', operator = '', value = '', comma] = words.slice(at, at + 4);
    if (!isText(name)) return `"${name}" is no label name`;
    if (!/^(?:=~|!=|!~|=)$/.test(operator)) return `an operator such as = or =~ is missing after "${name}"`;
    if (!isText(value)) return `the value after "${name}${operator}" is missing`;
    if (comma !== undefined && comma !== ',') return `a comma is missing before "${comma}"`;
    const fault = valueFault(operator, unquoted(value) ?? '');
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function isText(word: string): boolean {
  return word !== '' && !/^(?:[{},]|=~|!=|!~|=)$/.test(word) && unquoted(word) !== undefined;
}

const ESCAPE = /\\(?:[abfnrtv\\"]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-3][0-7]{2})|([^\\\n])|([\\\n])/gu;
const CONTROLS: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** The text in Go's double quotes, or the word itself; undefined when an escape is none of Go's. */
function unquoted(word: string): string | undefined {
  if (!word.startsWith('"')) return word;
  const inside = word.slice(1, -1);
  if ([...inside.matchAll(ESCAPE)].some(([, , wrong]) => wrong !== undefined)) return undefined;
  return inside.replaceAll(ESCAPE, (all: string, plain?: string) => {
    if (plain !== undefined) return all;
    const code = all.slice(1);
    if (/^[xuU]/.test(code)) return String.fromCodePoint(Math.min(parseInt(code.slice(1), 16), 0x10ffff));
    return /^[0-7]/.test(code) ? String.fromCodePoint(parseInt(code, 8)) : (CONTROLS[code] ?? code);
  });
}

function valueFault(operator: string, value: string): string | undefined {
  if (operator !== '=~' && operator !== '!~') return undefined;
  const fault = anchoredRegexFault(value);
  return fault === undefined ? undefined : `the regular expression "${value}" is invalid: ${fault}`;
}

const CLASSIC = /^\s*([a-zA-Z_:][a-zA-Z0-9_:]*)\s*(=~|=|!=|!~)\s*(.*?)\s*$/s;

function classicFault(line: string): string | undefined {
  for (const part of classicParts(line.replace(/^\{/, '').replace(/\}$/, ''))) {
    const match = CLASSIC.exec(part);
    if (!match) return part.trim() === '' ? 'there is nothing between two commas' : `"${part.trim()}" is no matcher`;
    const value = classicValue(match[3] ?? '');
    if (value === undefined) return 'a double quote in its value is not closed or not escaped';
    const fault = valueFault(match[2] ?? '', value);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Splits at commas outside of quotes; what is after the last comma counts only when there is something. */
function classicParts(line: string): string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  let escaped = false;
  for (const char of line) {
    if (char === ',' && !quoted) {
      parts.push(part);
      part = '';
      continue;
    }
    if (char === '"') {
      if (!escaped) quoted = !quoted;
      escaped = false;
    } else escaped = char === '\\' ? !escaped : char === ',' ? escaped : false;
    part += char;
  }
  return part === '' ? parts : [...parts, part];
}

/** The value without quotes and escapes; undefined when a quote stands where none may. */
function classicValue(written: string): string | undefined {
  const quoted = written.startsWith('"');
  const raw = quoted ? written.slice(1) : written;
  let value = '';
  for (let at = 0; at < raw.length; at++) {
    const char = raw[at] ?? '';
    if (char === '\\' && at < raw.length - 1) {
      const next = raw[++at] ?? '';
      value += next === 'n' ? '\n' : next === '"' || next === '\\' ? next : `\\${next}`;
      continue;
    }
    if (char === '"') return quoted && at === raw.length - 1 ? value : undefined;
    value += char;
  }
  return quoted ? undefined : value;
}
