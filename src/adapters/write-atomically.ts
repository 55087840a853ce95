import { mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { builtin } from '../model/builtin.js';
import { EnvironmentError } from '../model/errors.js';

/** Writes a whole file or leaves the old one as it is: a reader never sees half of it. Throws EnvironmentError. */
export function writeAtomically(path: string, text: string): void {
  const target = behindLinks(path);
  const temporary = `${target}.${builtin.crypto().randomBytes(4).toString('hex')}.tmp`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, target);
  } catch (error) {
    discard(temporary);
    const why = error instanceof Error ? error.message : String(error);
    throw new EnvironmentError(`"${path}" cannot be written (${why})`);
  }
}

/** Whatever keeps the file from being written may keep it from being removed: only the first reason is told. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Nothing was written there.
  }
}

/** A link stays one: what it points at is replaced. */
function behindLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
