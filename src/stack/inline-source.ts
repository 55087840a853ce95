import { SourceFile, type FileKind, type SourceRange } from '../model/source.js';

/** A text that stands inside another file as a source whose positions are those of that file. */
export function inlineSource(kind: FileKind, content: string, { file, start }: SourceRange): SourceFile {
  // A block scalar's range begins with its first line; its own indentation is no part of its text.
  const blanks = /^ */.exec(file.text.slice(start))?.[0].length ?? 0;
  const own = /^ */.exec(content)?.[0].length ?? 0;
  const { line, column } = file.position(start);
  return new SourceFile(file.path, kind, content, { line, column: column + Math.max(0, blanks - own) });
}
