import { builtin } from '../model/builtin.js';
import { withUsualFlags } from '../model/young-space.js';

/** Where the loader of a bundle finds what runs its chunks; `scripts/to-scripts.mjs` writes this name into it. */
export const CHUNKS = Symbol.for('scrapegate.chunks');

/** A script whose code is to be kept as it is at the end of this run. */
interface Fresh {
  readonly path: string;
  readonly compiled: { createCachedData(): Buffer };
  readonly runs: number;
}

/**
 * What is kept gets the functions that later runs need besides, on other files for instance, in the first runs and once an hour: after a
 * first run on a file that cannot be read, all others took a third longer.
 */
const FIRST_RUNS = 4;
const HOUR_MS = 3600 * 1000;

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
    const runs = kept && compiled.cachedDataRejected !== true ? kept.runs : 0;
    if (path !== undefined && (runs < FIRST_RUNS || kept?.isOld === true))
      this.#fresh.push({ path, compiled, runs: Math.min(runs + 1, FIRST_RUNS) });
    return compiled.runInThisContext();
  }

  /** Keeps what was compiled in this run. What cannot be written is compiled again next time. */
  keep(): void {
    for (const { path, compiled, runs } of this.#fresh.splice(0)) {
      const temporary = `${path}.${String(process.pid)}`;
      try {
        // V8 takes code only under the flags that it was kept under.
        const data = withUsualFlags(() => compiled.createCachedData());
        builtin.fs().writeFileSync(temporary, Buffer.concat([data, data, Buffer.of(runs)]), { mode: 0o600 });
        builtin.fs().renameSync(temporary, path);
      } catch {
        return;
      }
    }
  }
}

/** What was kept of a script. */
interface Kept {
  readonly data: Buffer;
  /** Of how many runs it has the functions. */
  readonly runs: number;
  readonly isOld: boolean;
}

/**
 * V8 believes what it is given, and damaged code ends the process: a file has the code twice, and then the number of runs in a byte. To
 * compare both takes less than a millisecond, to load what makes checksums three.
 */
function readKept(path: string): Kept | undefined {
  try {
    const { mtimeMs, uid } = builtin.fs().statSync(path);
    // Code of somebody else, who may have had the directory first, is not run.
    if (uid !== (process.getuid?.() ?? uid)) return undefined;
    const file = builtin.fs().readFileSync(path);
    const [length, runs] = [(file.length - 1) / 2, file.at(-1) ?? 0];
    const data = file.subarray(0, length);
    if (length < 1 || !Number.isInteger(length) || !data.equals(file.subarray(length, -1))) return undefined;
    return { data, runs, isOld: Date.now() - mtimeMs > HOUR_MS };
  } catch {
    return undefined;
  }
}
