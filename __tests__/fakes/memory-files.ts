import { posix } from 'node:path';
import type { HostAccess } from '../../src/model/host-entry.js';
import type { FileRead, Files } from '../../src/ports/files.js';

/** Files in memory, by absolute path. */
export class MemoryFiles implements Files {
  constructor(
    private readonly texts: Readonly<Record<string, string>>,
    private readonly accesses: Readonly<Record<string, HostAccess>> = {},
  ) {}

  read(path: string): FileRead {
    const text = this.texts[path];
    if (text !== undefined) return { ok: true, text };
    return { ok: false, reason: this.kind(path) === 'directory' ? 'directory' : 'missing' };
  }

  kind(path: string): ReturnType<Files['kind']> {
    if (path in this.texts) return 'file';
    return this.list(path).length > 0 ? 'directory' : 'missing';
  }

  access(path: string): HostAccess | undefined {
    const kind = this.kind(path);
    if (kind === 'missing') return undefined;
    return this.accesses[path] ?? { mode: kind === 'directory' ? 0o755 : 0o644, uid: 1000, gid: 1000 };
  }

  directories(path: string): readonly string[] {
    return this.list(path).filter((name) => this.kind(posix.join(path, name)) === 'directory');
  }

  list(path: string): readonly string[] {
    const inside = Object.keys(this.texts).filter((name) => name.startsWith(path === '/' ? '/' : `${path}/`));
    return [...new Set(inside.map((name) => posix.relative(path, name).split('/')[0] ?? ''))].sort();
  }
}
