import { posix } from 'node:path';
import type { FileRead, Files } from '../../src/ports/files.js';

/** Files in memory, by absolute path. */
export class MemoryFiles implements Files {
  constructor(private readonly texts: Readonly<Record<string, string>>) {}

  read(path: string): FileRead {
    const text = this.texts[path];
    if (text !== undefined) return { ok: true, text };
    return { ok: false, reason: this.kind(path) === 'directory' ? 'directory' : 'missing' };
  }

  kind(path: string): ReturnType<Files['kind']> {
    if (path in this.texts) return 'file';
    return this.list(path).length > 0 ? 'directory' : 'missing';
  }

  directories(path: string): readonly string[] {
    return this.list(path).filter((name) => this.kind(posix.join(path, name)) === 'directory');
  }

  list(path: string): readonly string[] {
    const inside = Object.keys(this.texts).filter((name) => name.startsWith(path === '/' ? '/' : `${path}/`));
    return [...new Set(inside.map((name) => posix.relative(path, name).split('/')[0] ?? ''))].sort();
  }
}
