import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeFiles } from '../../src/adapters/node-files.js';
import type { HostAccess } from '../../src/model/host-entry.js';

/**
 * The files of a fixture directory with modes that are the same wherever the repository was cloned: the usual ones, owned by user
 * 1000, or those that `modes.json` gives by path, since git keeps no other.
 */
export class FixtureFiles extends NodeFiles {
  readonly #modes: ReadonlyMap<string, string>;

  constructor(directory: string) {
    super();
    const file = join(directory, 'modes.json');
    const modes = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
    this.#modes = new Map(Object.entries(modes).map(([path, mode]) => [join(directory, path), mode]));
  }

  override access(path: string): HostAccess | undefined {
    const kind = this.kind(path);
    if (kind === 'missing') return undefined;
    const mode = this.#modes.get(path) ?? (kind === 'directory' ? '0755' : '0644');
    return { mode: Number.parseInt(mode, 8), uid: 1000, gid: 1000 };
  }
}
