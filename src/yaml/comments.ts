import { EVENT_ID, YAMLException, parseEvents } from 'js-yaml';
import type { SourceFile, SourceRange } from '../model/source.js';

/** One comment, from its `#` to the end of its line. */
export interface YamlComment {
  /** Without the `#` and the spaces around. */
  readonly text: string;
  readonly at: SourceRange;
  /** Nothing but the comment is on its line. */
  readonly alone: boolean;
}

/** The comments of a file: a `#` within a scalar is none. None at all when the YAML cannot be read. */
export function commentsOf(file: SourceFile): YamlComment[] {
  const scalars = scalarRanges(file);
  if (!scalars) return [];
  const { text } = file;
  const comments: YamlComment[] = [];
  let next = 0;
  for (let start = text.indexOf('#'); start >= 0; start = text.indexOf('#', start)) {
    while ((scalars[next]?.end ?? text.length) <= start) next++;
    const scalar = scalars[next];
    if (scalar && scalar.start <= start) {
      start = scalar.end;
      continue;
    }
    // Within a word, such as a tag or an anchor, it is a character like any other.
    if (start > 0 && !/\s/.test(text.charAt(start - 1))) {
      start++;
      continue;
    }
    const lineEnd = text.indexOf('\n', start);
    const raw = text.slice(start, lineEnd < 0 ? text.length : lineEnd).trimEnd();
    const at = { file, start, end: start + raw.length };
    const before = text.slice(text.lastIndexOf('\n', start) + 1, start);
    comments.push({ text: raw.replace(/^#+/, '').trim(), at, alone: before.trim() === '' });
    start = at.end;
  }
  return comments;
}

/** Where scalars are written, first to last; undefined when the YAML cannot be read. */
function scalarRanges(file: SourceFile): { start: number; end: number }[] | undefined {
  try {
    const ranges = parseEvents(file.text, { filename: file.path }).flatMap((event) =>
      event.type === EVENT_ID.SCALAR && event.valueStart >= 0 ? [{ start: event.valueStart, end: event.valueEnd }] : [],
    );
    return ranges.sort((a, b) => a.start - b.start);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return undefined;
  }
}
