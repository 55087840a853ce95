import { dirname, join, relative } from 'node:path';
import type { Files } from '../../ports/files.js';

/**
 * Whether git leaves a file out: by the `.gitignore` of its directory or one above it, up to the repository's own. Names, paths
 * and `*` are understood, and `!`, which takes an earlier pattern back. https://git-scm.com/docs/gitignore
 */
export function isGitIgnored(path: string, files: Files): boolean {
  const directories = repositoryDirectories(dirname(path), files);
  let ignored = false;
  // The nearest file has the last word.
  for (const directory of directories) {
    const read = files.read(join(directory, '.gitignore'));
    for (const pattern of read.ok ? patternsOf(read.text) : []) {
      if (pattern.matches(relative(directory, path))) ignored = !pattern.negated;
    }
  }
  return ignored;
}

/** The directory of the repository that a directory is in. */
export function repositoryOf(directory: string, files: Files): string | undefined {
  return repositoryDirectories(directory, files)[0];
}

/** From the repository's directory down to `directory`; none outside of a repository. */
function repositoryDirectories(directory: string, files: Files): string[] {
  const found: string[] = [];
  for (let at = directory; ; at = dirname(at)) {
    found.unshift(at);
    if (files.kind(join(at, '.git')) !== 'missing') return found;
    if (dirname(at) === at) return [];
  }
}

interface Pattern {
  readonly negated: boolean;
  matches(path: string): boolean;
}

function patternsOf(text: string): Pattern[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(pattern);
}

function pattern(line: string): Pattern {
  const negated = line.startsWith('!');
  const written = (negated ? line.slice(1) : line).replace(/\/$/, '');
  const anchored = written.includes('/');
  const body = written
    .replace(/^\//, '')
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\*\*\/?|\*|\?/g, (star) => (star.startsWith('**') ? '.*' : star === '*' ? '[^/]*' : '[^/]'));
  // What is inside of an ignored directory is ignored as well.
  const expression = new RegExp(`^${anchored ? '' : '(?:.*/)?'}${body}(?:/.*)?$`);
  return { negated, matches: (path) => expression.test(path) };
}
