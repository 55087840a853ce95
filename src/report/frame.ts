import type { Location } from '../model/finding.js';
import type { LineOf } from '../model/lines.js';
import { oneLine } from '../model/harmless.js';
import type { Paint, Style } from './paint.js';

const WIDEST = 110;
const TAB = '    ';

/** The source line of a location with a caret under the range; nothing when the text is not at hand. */
export function frame(location: Location, lineOf: LineOf, style: Style, paint: Paint): string[] {
  const line = lineOf(location.file, location.start.line);
  if (line === undefined) return [];
  const { start, end } = location;
  const last = end.line === start.line ? Math.max(end.column, start.column + 1) : line.length + 1;
  const before = expand(line.slice(0, start.column - 1));
  const marked = expand(line.slice(start.column - 1, last - 1)) || ' ';
  const after = expand(line.slice(last - 1));
  // A long line is cut to the part around the range.
  const from = Math.max(0, before.length - 40);
  const shown = `${from > 0 ? '…' : ''}${before.slice(from)}${marked}${after}`;
  const cut = shown.length > WIDEST ? `${shown.slice(0, WIDEST)}…` : shown;
  const indent = ' '.repeat(before.length - from + (from > 0 ? 1 : 0));
  const carets = '^'.repeat(Math.max(1, Math.min(marked.length, WIDEST - indent.length)));
  const number = String(start.line);
  const gutter = ' '.repeat(number.length);
  return [
    `  ${paint('cyan', `${number} │`)} ${oneLineKeepingIndent(cut)}`,
    `  ${paint('cyan', `${gutter} │`)} ${indent}${paint(style, carets)}`,
  ];
}

function expand(text: string): string {
  return text.replaceAll('\t', TAB);
}

function oneLineKeepingIndent(text: string): string {
  const indent = /^ */.exec(text)?.[0] ?? '';
  return indent + oneLine(text);
}
