import { existsSync, lstatSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from '../model/errors.js';
import { makeDirectory } from './make-directory.js';

/** What the names of all of them begin with; the project's name follows. */
export const RUN_DIRECTORY_PREFIX = 'scrapegate-run-';

/** Compose takes no other names. https://docs.docker.com/reference/compose-file/version-and-name/#name-top-level-element */
const PROJECT_NAME = /^[a-z0-9][a-z0-9_-]*$/;

/** Where the temporary files of a project's run are, if it has any: known by its name alone, so that post finds it after a kill. */
export function runDirectoryOf(projectName: string, parent = tmpdir()): string {
  if (!PROJECT_NAME.test(projectName)) throw new Error(`"${projectName}" is no name of a compose project`);
  return join(parent, `${RUN_DIRECTORY_PREFIX}${projectName}`);
}

/** The directory that everything temporary of one run is in. It is made when the first file is written. */
export class RunDirectory {
  readonly path: string;

  constructor(projectName: string, parent?: string) {
    this.path = runDirectoryOf(projectName, parent);
  }

  /** Writes a file that other users cannot reach on this machine, and containers can read. Returns its path. Throws EnvironmentError. */
  write(name: string, text: string): string {
    const file = join(this.path, name);
    try {
      makeDirectory(this.path, 0o700);
      this.#mustBeOurs();
      writeFileSync(file, text, { mode: 0o644 });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new EnvironmentError(
        `the temporary file "${file}" cannot be written (${why}): set TMPDIR to a directory of yours`,
      );
    }
    return file;
  }

  /** The environment for a program whose temporary files are to be in it; empty where it has not been made. */
  get environment(): Readonly<Record<string, string>> {
    return existsSync(this.path) ? { TMPDIR: this.path } : {};
  }

  /** Removes it with all that is in it; nothing happens where there is none. Never throws: returns whether it is gone. */
  remove(): boolean {
    return removeDirectory(this.path);
  }

  /** The name can be guessed, so in a directory that all users write to another one may have made it first. */
  #mustBeOurs(): void {
    const found = lstatSync(this.path);
    const ownedByOther = process.getuid !== undefined && found.uid !== process.getuid();
    if (!found.isDirectory() || ownedByOther || (process.getuid && (found.mode & 0o077) !== 0))
      throw new Error('somebody else made its directory');
  }
}

/** Removes what `path` names, not what it links to. Returns whether nothing is there any more. */
export function removeDirectory(path: string): boolean {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 2 });
  } catch {
    // Of another user, or in use: told by what is returned.
  }
  return lstatSync(path, { throwIfNoEntry: false }) === undefined;
}
