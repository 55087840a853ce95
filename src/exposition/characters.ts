export const TAB = 9;
export const NEWLINE = 10;
export const SPACE = 32;
export const QUOTE = 34;
export const HASH = 35;
export const COMMA = 44;
export const EQUAL = 61;
export const BACKSLASH = 92;
export const BRACE_OPEN = 123;
export const BRACE_CLOSE = 125;
const COLON = 58;

/** Letters and the underscore: what starts a label name. */
export function startsLabelName(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95;
}

export function startsMetricName(c: number): boolean {
  return startsLabelName(c) || c === COLON;
}

export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** Where a metric name ends that starts at `at`; `at` itself when none does. Past the end of the text there is NaN. */
export function metricNameEnd(text: string, at: number): number {
  if (!startsMetricName(text.charCodeAt(at))) return at;
  let i = at + 1;
  for (let c = text.charCodeAt(i); startsMetricName(c) || isDigit(c); c = text.charCodeAt(i)) i++;
  return i;
}

/** The same for a label name, which has no colons. */
export function labelNameEnd(text: string, at: number): number {
  if (!startsLabelName(text.charCodeAt(at))) return at;
  let i = at + 1;
  for (let c = text.charCodeAt(i); startsLabelName(c) || isDigit(c); c = text.charCodeAt(i)) i++;
  return i;
}

export function skipBlanks(text: string, at: number): number {
  let i = at;
  for (let c = text.charCodeAt(i); c === SPACE || c === TAB; c = text.charCodeAt(i)) i++;
  return i;
}

/** Where the word ends that starts at `at`: before a blank, a line break or the end. */
export function wordEnd(text: string, at: number): number {
  let i = at;
  for (let c = text.charCodeAt(i); c === c && c !== SPACE && c !== TAB && c !== NEWLINE; c = text.charCodeAt(i)) i++;
  return i;
}

/** The offset of the line break that ends the line, or of the end of the text. */
export function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found;
}

/** A quoted text without its escapes, of which there are `\\`, `\"` and `\n`; others are what they look like. */
export function unescaped(text: string): string {
  return text.includes('\\') ? text.replaceAll(/\\([\\"n])/g, (_, one: string) => (one === 'n' ? '\n' : one)) : text;
}
