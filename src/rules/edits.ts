import type { Fix, TextEdit } from '../model/finding.js';
import { locate, type SourceRange } from '../model/source.js';
import type { ProblemFix, SourceEdit } from './rule.js';

/**
 * Replaces a part of a value, when exactly that part stands in the file once; undefined when it does not, as in a value that
 * was interpolated or is written with escapes. Quotes, comments and layout stay as they are.
 */
export function replaceWithin(at: SourceRange, part: string, text: string): SourceEdit | undefined {
  const written = at.file.text.slice(at.start, at.end);
  const first = written.indexOf(part);
  if (part === '' || first < 0 || written.includes(part, first + 1)) return undefined;
  const start = at.start + first;
  return { at: { file: at.file, start, end: start + part.length }, text };
}

/** The fix of a finding; none when it has lines for a text inside another file, where lines are written otherwise. */
export function toFix({ safety, title, edits }: ProblemFix): Fix | undefined {
  const spansLines = ({ at, text }: SourceEdit): boolean =>
    text.includes('\n') || at.file.text.slice(at.start, at.end).includes('\n');
  if (edits.length === 0 || edits.some((edit) => edit.at.file.isInline && spansLines(edit))) return undefined;
  return { safety, title, edits: edits.map((edit) => toTextEdit(edit.at.file.isInline ? withItsLine(edit) : edit)) };
}

function toTextEdit({ at, text }: SourceEdit): TextEdit {
  return { location: locate(at), replaces: at.file.text.slice(at.start, at.end), text };
}

/** What is inserted into a text inside another file replaces its line, so that it is refused where another line stands. */
function withItsLine({ at, text }: SourceEdit): SourceEdit {
  const { file, start, end } = at;
  if (start !== end) return { at, text };
  const from = file.text.lastIndexOf('\n', start - 1) + 1;
  const next = file.text.indexOf('\n', start);
  const to = next < 0 ? file.text.length : next;
  return { at: { file, start: from, end: to }, text: file.text.slice(from, start) + text + file.text.slice(start, to) };
}
