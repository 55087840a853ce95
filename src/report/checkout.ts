import { relative, resolve, sep } from 'node:path';

/** Where the paths of a report are on this machine; both absolute. */
export interface Checkout {
  /** Top directory of the repository. */
  readonly root: string;
  /** What paths in messages are relative to. */
  readonly workingDirectory: string;
}

/** A path as the repository names it, with slashes; undefined for a file outside of it. */
export function pathInRepository(path: string, { root, workingDirectory }: Checkout): string | undefined {
  const parts = relative(root, resolve(workingDirectory, path)).split(sep);
  // Another drive of Windows stays absolute.
  return parts[0] === '..' || parts[0]?.endsWith(':') ? undefined : parts.join('/');
}
