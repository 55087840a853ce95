import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The top directory of the repository that a directory is in; the directory itself outside of any. */
export function repositoryRoot(directory: string): string {
  for (let current = directory; ; current = dirname(current)) {
    if (existsSync(join(current, '.git'))) return current;
    if (dirname(current) === current) return directory;
  }
}
