import { builtin } from '../model/builtin.js';
import { withUsualFlags } from '../model/young-space.js';

/** Where the loader of a bundle finds what runs its chunks; `scripts/to-scripts.mjs` writes this name into it. */
export const CHUNKS = Symbol.for('scrapegate.chunks');

/** A script that was compiled here and is not in the cache. */
interface Fresh {
  readonly path: string;
  readonly compiled: { createCachedData(): Buffer };
}

/** What is older gets the functions that later runs have needed besides, on other files for instance. */
const DAY_MS = 24 * 3600 * 1000;

/** The first line of a chunk is a comment with the hash of the rest. */
const HASH = /^\/\/ ([0-9a-f]{16})\n/;

/**
 * Runs the chunks of a bundle and keeps their compiled code from run to run, taken at the end of one: it then has the functions that a
 * run needs, and no others. What Node's own cache keeps is taken before anything has run: either no function is in it or all are, and
 * both take an eighth of a short run. https://nodejs.org/api/vm.html#scriptcreatecacheddata
 */
export class Chunks {
  readonly #fresh: Fresh[] = [];

  /**
   * @param directory where compiled code is kept, of this version of Node and this user; undefined when none is to be kept
   * @param use names what is run: other commands need other functions
   */
  constructor(
    private readonly directory: string | undefined,
    private readonly use: string,
  ) {}

  /** Runs a chunk and returns what it is worth. Throws when it cannot be read or is no script. */
  load(directory: string, name: string): unknown {
    const filename = `${directory}/${name}`;
    // Chunks are ASCII alone.
    const source = builtin.fs().readFileSync(filename, 'latin1');
    const hash = HASH.exec(source)?.[1];
    const path =
      this.directory === undefined || hash === undefined
        ? undefined
        : `${this.directory}/scrapegate-${this.use}-${hash}`;
    const kept = path === undefined ? undefined : readKept(path);
    const cachedData = kept?.data;
    const compiled = withUsualFlags(() => new (builtin.vm().Script)(source, { filename, cachedData }));
    if (path !== undefined && (!kept || kept.isOld || compiled.cachedDataRejected === true))
      this.#fresh.push({ path, compiled });
    return compiled.runInThisContext();
  }

  /** Keeps what was compiled in this run. What cannot be written is compiled again next time. */
  keep(): void {
    for (const { path, compiled } of this.#fresh.splice(0)) {
      const temporary = `${path}.${String(process.pid)}`;
      try {
        // V8 takes code only under the flags that it was kept under.
        const data = withUsualFlags(() => compiled.createCachedData());
        builtin.fs().writeFileSync(temporary, Buffer.concat([data, data]), { mode: 0o600 });
        builtin.fs().renameSync(temporary, path);
      } catch {
        return;
      }
    }
  }
}

/**
 * V8 believes what it is given, and damaged code ends the process: a file has the code twice. To compare both takes less than a
 * millisecond, to load what makes checksums three.
 */
function readKept(path: string): { readonly data: Buffer; readonly isOld: boolean } | undefined {
  try {
    const { mtimeMs, uid } = builtin.fs().statSync(path);
    // Code of somebody else, who may have had the directory first, is not run.
    if (uid !== (process.getuid?.() ?? uid)) return undefined;
    const twice = builtin.fs().readFileSync(path);
    const data = twice.subarray(0, twice.length / 2);
    if (data.length === 0 || !data.equals(twice.subarray(data.length))) return undefined;
    return { data, isOld: Date.now() - mtimeMs > DAY_MS };
  } catch {
    return undefined;
  }
}
