import type { SourceRange } from '../model/source.js';
import type { ScalarNode } from '../model/yaml-node.js';

const BREAK = /[\r\n]/;
const SPACE = /[ \t\r\n]/;

/**
 * Where a part of a scalar's text stands in its file. Offsets count in the decoded text; the range is in the source, past
 * indentation, folded lines and escapes. A part that is empty or at the end gets the one character before or after it.
 */
export function rangeInScalar(node: ScalarNode, start: number, end: number): SourceRange {
  const { file } = node.at;
  const from = offsetOf(node, Math.min(start, node.text.length));
  const to = end > start ? offsetOf(node, Math.min(end, node.text.length) - 1) + 1 : from;
  return { file, start: from, end: Math.max(to, from) };
}

/** The source offset of one character of the decoded text. */
function offsetOf(node: ScalarNode, index: number): number {
  const { file, start, end } = node.at;
  if (node.style === 'plain' && !BREAK.test(file.text.slice(start, end))) return start + index;
  if (node.style === 'quoted') return alongQuoted(node, index);
  return along(node, index, node.style === 'block' ? indentation(node) : 0);
}

/** Spaces that every line of a block scalar has and its text has not. */
function indentation({ at, text }: ScalarNode): number {
  const written =
    at.file.text
      .slice(at.start, at.end)
      .split('\n')
      .find((line) => line.trim() !== '') ?? '';
  const decoded = text.split('\n').find((line) => line.trim() !== '') ?? '';
  return Math.max(0, leading(written) - leading(decoded));
}

function leading(line: string): number {
  return line.length - line.trimStart().length;
}

/** Walks source and text side by side: both say the same but for indentation and folded line breaks. */
function along({ at, text }: ScalarNode, index: number, indent: number): number {
  const source = at.file.text;
  let here = skipIndent(source, at.start, indent);
  for (let decoded = 0; decoded < index; decoded++) {
    here = settle(source, here, text.charAt(decoded), indent, at.end);
    const atBreak = source.charAt(here) === '\n' || source.startsWith('\r\n', here);
    here += source.startsWith('\r\n', here) ? 2 : 1;
    if (atBreak) here = skipIndent(source, here, indent);
  }
  return Math.min(settle(source, here, text.charAt(index), indent, at.end), at.end);
}

/** Moves over white space that the text does not have, to where its next character stands. */
function settle(source: string, from: number, wanted: string, indent: number, end: number): number {
  let here = from;
  while (here < end && !says(source, here, wanted) && SPACE.test(source.charAt(here))) {
    const broke = source.charAt(here) === '\n';
    here++;
    if (broke) here = skipIndent(source, here, indent);
  }
  return here;
}

function says(source: string, here: number, wanted: string): boolean {
  const character = source.charAt(here);
  if (character === wanted) return true;
  // A folded break reads as a space; a break of two characters as one.
  return (wanted === ' ' || wanted === '\n') && BREAK.test(character);
}

function skipIndent(source: string, from: number, indent: number): number {
  let here = from;
  while (here < from + indent && source.charAt(here) === ' ') here++;
  return here;
}

function alongQuoted({ at, text }: ScalarNode, index: number): number {
  const source = at.file.text;
  const double = source.charAt(at.start) === '"';
  let here = at.start + 1;
  for (let decoded = 0; ;) {
    const step = double ? escapeLength(source, here) : source.startsWith("''", here) ? 2 : 0;
    if (step < 0) here = skipSpace(source, here - step);
    else if (step === 0) here = settle(source, here, text.charAt(decoded), 0, at.end);
    if (step < 0) continue;
    if (decoded >= index) return Math.min(here, at.end - 1);
    const width = step === 0 || !double ? 1 : decodedWidth(source, here);
    if (decoded + width > index) return here;
    decoded += width;
    here += step === 0 ? 1 : step;
  }
}

function skipSpace(source: string, from: number): number {
  let here = from;
  while (/[ \t]/.test(source.charAt(here))) here++;
  return here;
}

/** Length of the escape here; 0 when there is none, negative when it is an escaped line break, which says nothing. */
function escapeLength(source: string, here: number): number {
  if (source.charAt(here) !== '\\') return 0;
  const code = source.charAt(here + 1);
  if (code === '\n') return -2;
  if (code === '\r') return source.charAt(here + 2) === '\n' ? -3 : -2;
  return code === 'x' ? 4 : code === 'u' ? 6 : code === 'U' ? 10 : 2;
}

/** UTF-16 code units that an escape stands for. */
function decodedWidth(source: string, here: number): number {
  if (source.charAt(here + 1) !== 'U') return 1;
  return parseInt(source.slice(here + 2, here + 10), 16) > 0xffff ? 2 : 1;
}
