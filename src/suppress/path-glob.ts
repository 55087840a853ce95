import { literalPattern } from '../model/literal-pattern.js';

/**
 * The paths that a glob of the settings means: `*` and `?` stay within a directory, `**` does not. A glob without a slash is
 * about the name of the file, in whatever directory.
 */
export function pathGlob(pattern: string): (path: string) => boolean {
  const plain = withSlashes(pattern).replace(/^\.\//, '');
  const source = plain.replaceAll(/\*\*\/?|\*|\?|[^*?]+/g, (part) => {
    if (part.startsWith('**')) return part.endsWith('/') ? '(?:.*/)?' : '.*';
    if (part === '*') return '[^/]*';
    return part === '?' ? '[^/]' : literalPattern(part);
  });
  const expression = new RegExp(plain.includes('/') ? `^${source}$` : `(?:^|/)${source}$`, 's');
  return (path) => expression.test(withSlashes(path));
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}
