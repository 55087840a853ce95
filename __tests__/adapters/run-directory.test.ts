import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { RunDirectory, runDirectoryOf } from '../../src/adapters/run-directory.js';
import { EnvironmentError } from '../../src/model/errors.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'run-directory-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('the directory of a run', () => {
  test('is made with the first file, for its owner alone, and found again by the name of the project', () => {
    const directory = new RunDirectory('scrapegate-shop-1', root);
    expect(existsSync(directory.path)).toBe(false);
    const file = directory.write('override.yml', 'services: {}\n');
    directory.write('prometheus.yml', '');
    expect(file).toBe(join(root, 'scrapegate-run-scrapegate-shop-1', 'override.yml'));
    expect(readFileSync(file, 'utf8')).toBe('services: {}\n');
    expect(lstatSync(directory.path).mode & 0o777).toBe(0o700);
    expect(new RunDirectory('scrapegate-shop-1', root).remove()).toBe(true);
    expect(existsSync(directory.path)).toBe(false);
  });

  test('is removed again without complaint', () => {
    expect(new RunDirectory('never-written', root).remove()).toBe(true);
  });

  test('is not used where others may write to it', () => {
    mkdirSync(runDirectoryOf('shared', root));
    chmodSync(runDirectoryOf('shared', root), 0o777);
    const open = new RunDirectory('shared', root);

    expect(() => open.write('a', '')).toThrow(EnvironmentError);
    mkdirSync(join(root, 'elsewhere'), { mode: 0o700 });
    symlinkSync(join(root, 'elsewhere'), runDirectoryOf('linked', root));
    expect(() => new RunDirectory('linked', root).write('a', '')).toThrow(/cannot be written .*set TMPDIR/);
  });

  test('leaves what a link of its name leads to', () => {
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), runDirectoryOf('linked', root));
    expect(new RunDirectory('linked', root).remove()).toBe(true);
    expect(existsSync(join(root, 'elsewhere'))).toBe(true);
  });

  test.each(['', '..', 'a/b', '../a', 'A'])('has no place for the name "%s", which Compose does not take', (name) => {
    expect(() => new RunDirectory(name, root)).toThrow('no name of a compose project');
  });
});
