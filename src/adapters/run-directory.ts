import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { builtin } from '../model/builtin.js';
import { EnvironmentError } from '../model/errors.js';

const NAME = /^scrapegate-run-[0-9a-f]{16}$/;

/** The temporary directory of one run: made with the first file, told to whoever cleans up before it is there. */
export class RunDirectory {
  readonly path = join(tmpdir(), `scrapegate-run-${builtin.crypto().randomBytes(8).toString('hex')}`);
  #made = false;

  /** @param announce called with the path before the directory is made */
  constructor(private readonly announce: (path: string) => void) {}

  /**
   * Writes a file and returns its path. Containers of any user may read it, while the directory keeps other users of this machine out: a
   * configuration may have passwords. A file that exists is written in place, since a mount shows an inode and not a name.
   */
  write(name: string, text: string): string {
    const path = join(this.path, name);
    try {
      if (!this.#made) {
        this.announce(this.path);
        mkdirSync(this.path, { mode: 0o700 });
        this.#made = true;
      }
      writeFileSync(path, text);
      chmodSync(path, 0o644);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new EnvironmentError(
        `"${path}" cannot be written (${why}): point TMPDIR at a directory that can, or use --tempo faithful, which writes none`,
        { cause: error },
      );
    }
    return path;
  }

  remove(): void {
    if (this.#made) removeRunDirectory(this.path);
  }
}

/** Removes the directory of a run by its path; leaves alone what does not look like one. Idempotent. */
export function removeRunDirectory(path: string): void {
  if (NAME.test(basename(path)) && dirname(path) === tmpdir()) rmSync(path, { recursive: true, force: true });
}
