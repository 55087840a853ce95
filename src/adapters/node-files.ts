import { readFileSync, readdirSync, statSync } from 'node:fs';
import type { HostAccess } from '../model/host-entry.js';
import { keepRoomForYoung, makeRoomForYoung } from '../model/young-space.js';
import type { FileRead, Files } from '../ports/files.js';

const LARGEST_BYTES = 16 * 1024 * 1024;

/** From here on the heap is told what to expect: below the first nothing, and above the second memory counts more than time. */
const SOME_BYTES = 100 * 1024;
const MUCH_BYTES = 400 * 1024;

/** The real file system. */
export class NodeFiles implements Files {
  #bytes = 0;

  #account(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > MUCH_BYTES) keepRoomForYoung();
    else if (this.#bytes > SOME_BYTES) makeRoomForYoung();
  }

  read(path: string): FileRead {
    try {
      const stat = statSync(path);
      if (stat.isDirectory()) return { ok: false, reason: 'directory' };
      // A pipe or a device would block or never end.
      if (!stat.isFile()) return { ok: false, reason: 'unreadable' };
      if (stat.size > LARGEST_BYTES) return { ok: false, reason: 'too-large' };
      this.#account(stat.size);
      const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
      return { ok: true, text };
    } catch (error) {
      return { ok: false, reason: reasonOf(error) };
    }
  }

  kind(path: string): ReturnType<Files['kind']> {
    try {
      const stat = statSync(path);
      return stat.isFile() ? 'file' : stat.isDirectory() ? 'directory' : 'other';
    } catch (error) {
      // A loop of links or a directory that may not be entered is something, though nothing of use.
      return reasonOf(error) === 'missing' ? 'missing' : 'other';
    }
  }

  access(path: string): HostAccess | undefined {
    // Docker Desktop, as on other systems, lets every user of a container read and write what the user of the machine may.
    if (process.platform !== 'linux') return undefined;
    try {
      const { mode, uid, gid } = statSync(path);
      return { mode: mode & 0o777, uid, gid };
    } catch {
      return undefined;
    }
  }

  directories(path: string): readonly string[] {
    try {
      const entries = readdirSync(path, { withFileTypes: true });
      return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
    } catch {
      return [];
    }
  }

  list(path: string): readonly string[] {
    try {
      return readdirSync(path).sort();
    } catch {
      return [];
    }
  }
}

function reasonOf(error: unknown): Extract<FileRead, { ok: false }>['reason'] {
  if (error instanceof TypeError) return 'not-utf8';
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  if (code === 'EISDIR') return 'directory';
  return code === 'ELOOP' ? 'symlink-loop' : 'unreadable';
}
