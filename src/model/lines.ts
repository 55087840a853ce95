/** Lines of the sources by path and number from 1; each text is split once, however many findings point into it. */
export type LineOf = (path: string, line: number) => string | undefined;

/** A look-up over whole texts. */
export function linesOf(sources: ReadonlyMap<string, string>): LineOf {
  const split = new Map<string, readonly string[]>();
  return (path, line) => {
    const lines = split.get(path) ?? sources.get(path)?.split('\n');
    if (lines) split.set(path, lines);
    return lines?.[line - 1]?.replace(/\r$/, '');
  };
}
