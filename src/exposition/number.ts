import { isDigit } from './characters.js';

/** A number with fewer digits than this and no exponent is in the range of a double. */
const SURELY_IN_RANGE = 300;

/**
 * Whether the slice is a number to Prometheus: what Go's strconv.ParseFloat takes, without hexadecimal numbers and underscores.
 * Out of range is no number; too small is zero. Source: https://pkg.go.dev/strconv#ParseFloat
 */
export function isNumber(text: string, start: number, end: number): boolean {
  let i = start;
  const first = text.charCodeAt(i);
  if (first === 43 || first === 45) i++;
  let digits = 0;
  while (i < end && isDigit(text.charCodeAt(i))) {
    i++;
    digits++;
  }
  if (i < end && text.charCodeAt(i) === 46) {
    i++;
    while (i < end && isDigit(text.charCodeAt(i))) {
      i++;
      digits++;
    }
  }
  if (digits === 0) return isWord(text.slice(start, end));
  if (i === end) return digits < SURELY_IN_RANGE || isFiniteNumber(text, start, end);
  if ((text.charCodeAt(i) | 32) !== 101) return false;
  i++;
  const sign = text.charCodeAt(i);
  if (sign === 43 || sign === 45) i++;
  if (i >= end) return false;
  while (i < end && isDigit(text.charCodeAt(i))) i++;
  return i === end && isFiniteNumber(text, start, end);
}

function isFiniteNumber(text: string, start: number, end: number): boolean {
  return Number.isFinite(Number(text.slice(start, end)));
}

/** NaN has no sign, infinity may have one; both in letters of any case. */
function isWord(word: string): boolean {
  return word.length >= 3 && word.length <= 9 && /^(?:nan|[+-]?inf(?:inity)?)$/i.test(word);
}

/** The value of a slice that is a number. */
export function numberOf(text: string): number {
  const value = Number(text);
  if (!Number.isNaN(value)) return value;
  if (/nan/i.test(text)) return Number.NaN;
  return text.startsWith('-') ? -Infinity : Infinity;
}
