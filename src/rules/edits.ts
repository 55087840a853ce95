import type { SourceRange } from '../model/source.js';
import type { SourceEdit } from './rule.js';

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
