import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Chunks } from '../../src/entry/chunks.js';
import { keepRoomForYoung, makeRoomForYoung } from '../../src/model/young-space.js';

const root = mkdtempSync(join(tmpdir(), 'scrapegate-chunks-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

let bundle = '';
let cache = '';
beforeEach(() => {
  bundle = mkdtempSync(join(root, 'bundle-'));
  cache = mkdtempSync(join(root, 'cache-'));
});

/** A chunk as scripts/to-scripts.mjs makes it. */
function write(says: string, hash = '0123456789abcdef'): void {
  const script = `(() => {\n'use strict';\nconst say = () => '${says}';\nreturn { say };\n})()\n`;
  writeFileSync(join(bundle, '1.index.js'), `// ${hash}\n${script}`);
}

/** What the chunk says in a run of the command. */
function run(use = 'check', isKept = true): string {
  const chunks = new Chunks(isKept ? cache : undefined, use);
  const { say } = chunks.load(bundle, '1.index.js') as { say: () => string };
  const said = say();
  chunks.keep();
  return said;
}
/** As many runs as add their functions whatever the time. */
function firstRuns(): void {
  for (let count = 0; count < 4; count++) run();
}
const kept = (): string[] => readdirSync(cache).sort();
const writtenMs = (): number[] => kept().map((name) => statSync(join(cache, name)).mtimeMs);

describe('compiled code', () => {
  test('is kept by one run for the next ones of the same command, readable by its user alone', () => {
    write('hello');
    expect(run()).toBe('hello');
    expect(kept()).toEqual(['scrapegate-check-0123456789abcdef']);
    expect(statSync(join(cache, kept()[0] ?? '')).mode & 0o777).toBe(0o600);
    expect(run()).toBe('hello');
    run('gate');
    expect(kept()).toEqual(['scrapegate-check-0123456789abcdef', 'scrapegate-gate-0123456789abcdef']);
  });

  test('is that of the text: another chunk of the same length is compiled anew', () => {
    write('hello');
    run();
    write('world', 'fedcba9876543210');
    expect([run(), run()]).toEqual(['world', 'world']);
  });

  test('gets what the first four runs have needed, and then rests', () => {
    const body = Array.from({ length: 200 }, (_, index) => `if (n === ${String(index)}) return '${String(index)}';`);
    const script = `(() => { const late = (n) => { ${body.join(' ')} }; return { say: (n) => n ? late(n) : '' }; })()`;
    writeFileSync(join(bundle, '1.index.js'), `// 0123456789abcdef\n${script}\n`);
    const once = (argument: number): number => {
      const chunks = new Chunks(cache, 'check');
      (chunks.load(bundle, '1.index.js') as { say: (n: number) => string }).say(argument);
      chunks.keep();
      return statSync(join(cache, kept()[0] ?? '')).size;
    };
    const [small, larger] = [once(0), once(1)];
    expect(larger).toBeGreaterThan(small);
    once(1);
    once(1);
    const before = writtenMs();
    expect(once(1)).toBe(larger);
    expect(writtenMs()).toEqual(before);
  });

  test('gets what later runs have needed after an hour', () => {
    write('hello');
    firstRuns();
    const [path = ''] = kept().map((name) => join(cache, name));
    utimesSync(path, new Date(), new Date(Date.now() - 2 * 3600 * 1000));
    expect(run()).toBe('hello');
    expect(Date.now() - statSync(path).mtimeMs).toBeLessThan(3600 * 1000);
  });

  test('of another user is not used', () => {
    write('hello');
    run();
    const [path = ''] = kept().map((name) => join(cache, name));
    const before = statSync(path).ino;
    jest.spyOn(process, 'getuid').mockReturnValue(statSync(path).uid + 1);
    run();
    jest.restoreAllMocks();
    expect(statSync(path).ino).not.toBe(before);
  });

  test('is taken under the usual flags, whatever a run has changed them to', () => {
    write('hello');
    makeRoomForYoung();
    firstRuns();
    const before = writtenMs();
    keepRoomForYoung();
    run();
    expect(writtenMs()).toEqual(before);
  });
});

describe('nothing is kept', () => {
  test('where Node keeps nothing', () => {
    write('hello');
    expect(run('check', false)).toBe('hello');
  });

  test('in a directory that cannot be written, which is no fault', () => {
    write('hello');
    rmSync(cache, { recursive: true });
    expect(run()).toBe('hello');
  });

  test('of a chunk without a hash', () => {
    writeFileSync(join(bundle, '1.index.js'), '({ say: () => "plain" })');
    expect(run()).toBe('plain');
    expect(kept()).toEqual([]);
  });
});
