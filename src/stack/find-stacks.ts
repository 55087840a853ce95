import { join } from 'node:path';
import type { Files } from '../ports/files.js';
import { findComposeFiles } from './compose/find-files.js';

/** Directories with other people's files. */
const SKIPPED = new Set(['node_modules', 'vendor']);
/** Deeper than any repository keeps its stacks. */
const DEEPEST = 8;

/** Directories at and below one that have a compose file of their own, the nearest first. Hidden ones are left out. */
export function findStacks(directory: string, files: Files): string[] {
  const found: string[] = [];
  let level = [directory];
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth++) {
    found.push(...level.filter((path) => findComposeFiles(path, [], {}, files).length > 0));
    level = level.flatMap((path) =>
      files
        .directories(path)
        .filter((name) => !name.startsWith('.') && !SKIPPED.has(name))
        .map((name) => join(path, name)),
    );
  }
  return found;
}
