import { join, parse, sep } from 'node:path';
import type { Files } from '../ports/files.js';

const SPECIAL = /[*?[\\]/;

/** The files that an absolute pattern names, by the rules of Go's filepath.Glob: `*` and `?` do not match a separator. */
export function glob(pattern: string, files: Files): string[] {
  const { root } = parse(pattern);
  let paths = [root];
  for (const part of pattern.slice(root.length).split(sep)) {
    if (part === '') continue;
    paths = paths.flatMap((path) => matchesIn(path, part, files));
  }
  return paths.filter((path) => ['file', 'other'].includes(files.kind(path)));
}

function matchesIn(directory: string, part: string, files: Files): string[] {
  if (!SPECIAL.test(part)) return [join(directory, part)].filter((path) => files.kind(path) !== 'missing');
  const expression = toRegExp(part);
  return files.list(directory).flatMap((name) => (expression.test(name) ? [join(directory, name)] : []));
}

function toRegExp(part: string): RegExp {
  const source = part.replaceAll(
    /\\(.)|(\*)|(\?)|\[(\^?)([^\]]*)\]|([.+^${}()|\]\\[])/g,
    (all: string, ...groups: (string | undefined)[]) => {
      const [escaped, star, question, negation, characters, special] = groups;
      if (escaped !== undefined) return `\\${escaped}`;
      if (star) return '.*';
      if (question) return '.';
      if (characters !== undefined) return `[${negation ?? ''}${characters.replaceAll('\\', '\\\\')}]`;
      return special === undefined ? all : `\\${special}`;
    },
  );
  return new RegExp(`^${source}$`, 's');
}
