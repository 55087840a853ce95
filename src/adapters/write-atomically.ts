import { chmodSync, chownSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { builtin } from '../model/builtin.js';
import { EnvironmentError } from '../model/errors.js';
import { makeDirectory } from './make-directory.js';

/** Writes a whole file or leaves the old one as it is: a reader never sees half of it. Throws EnvironmentError. */
export function writeAtomically(path: string, text: string): void {
  writeTogether([path], () => text);
}

/** A file whose text is to be another one. Neither text has a byte order mark; a file that has one keeps it. */
export interface Replacement {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Replaces files, all or none of them, where each still has the text that it had. Throws EnvironmentError. */
export function replaceTogether(replacements: readonly Replacement[]): void {
  const byPath = new Map(replacements.map((one) => [one.path, one]));
  writeTogether([...byPath.keys()], (path, target) => {
    const { before = '', after = '' } = byPath.get(path) ?? {};
    const whole = readFileSync(target, 'utf8');
    const mark = whole.startsWith('\ufeff') ? '\ufeff' : '';
    if (whole !== mark + before) throw new Error('it has changed meanwhile; run the command again');
    return mark + after;
  });
}

/** First every file is written beside the old one, which is where writing fails; only then do they take its place. */
function writeTogether(paths: readonly string[], textOf: (path: string, target: string) => string): void {
  const pending: { readonly path: string; readonly temporary: string; readonly target: string }[] = [];
  const attempt = (path: string, act: () => void): void => {
    try {
      act();
    } catch (error) {
      for (const { temporary } of pending) discard(temporary);
      const why = error instanceof Error ? error.message : String(error);
      throw new EnvironmentError(`"${path}" cannot be written (${why})`);
    }
  };
  for (const path of paths) {
    attempt(path, () => {
      const target = behindLinks(path);
      const text = textOf(path, target);
      const temporary = `${target}.${builtin.crypto().randomBytes(4).toString('hex')}.tmp`;
      pending.push({ path, temporary, target });
      makeDirectory(dirname(target));
      writeFileSync(temporary, text, { flag: 'wx' });
      keepOwnerAndMode(target, temporary);
    });
  }
  for (const { path, temporary, target } of pending) {
    attempt(path, () => {
      renameSync(temporary, target);
    });
  }
}

/** The owner first: to change it takes special bits off the mode. */
function keepOwnerAndMode(target: string, temporary: string): void {
  const old = statSync(target, { throwIfNoEntry: false });
  if (!old) return;
  const fresh = statSync(temporary);
  if (old.uid !== fresh.uid || old.gid !== fresh.gid) chownSync(temporary, old.uid, old.gid);
  chmodSync(temporary, old.mode & 0o7777);
}

/** Whatever keeps the file from being written may keep it from being removed: only the first reason is told. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Nothing was written there.
  }
}

/** What a path leads to: a link stays one, and what it points at is replaced. The path itself where nothing is. */
export function behindLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
