import type { Position, TextEdit } from './finding.js';

/** Where a position stands in a text; undefined when the text has no such place. */
export type OffsetOf = (position: Position) => number | undefined;

/** The offsets of one text, in which lines end with `\n` as they do for `SourceFile`. */
export function offsetsOf(text: string): OffsetOf {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return ({ line, column }) => {
    const start = starts[line - 1];
    if (start === undefined || column < 1) return undefined;
    const lineEnd = (starts[line] ?? text.length + 1) - 1;
    return start + column - 1 > lineEnd ? undefined : start + column - 1;
  };
}

/** The stretch of text that an edit replaces; undefined when something else stands there. */
export function placeEdit(
  { location, replaces }: TextEdit,
  text: string,
  offsetOf: OffsetOf,
): { readonly start: number; readonly end: number } | undefined {
  const start = offsetOf(location.start);
  const end = offsetOf(location.end);
  if (start === undefined || end === undefined || end < start || text.slice(start, end) !== replaces) return undefined;
  return { start, end };
}
