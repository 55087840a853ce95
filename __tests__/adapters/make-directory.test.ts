import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeDirectory } from '../../src/adapters/make-directory.js';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'make-directory-'));
});
afterEach(() => {
  rmSync(place, { recursive: true, force: true });
});

test('makes it with those that it is in, with the mode, and is content where it is', () => {
  const path = join(place, 'a/b/c');
  makeDirectory(path, 0o700);
  makeDirectory(path, 0o700);
  expect([path, join(place, 'a')].map((one) => statSync(one).mode & 0o777)).toEqual([0o700, 0o700]);
});

test('throws where a part of the path is a file', () => {
  writeFileSync(join(place, 'file'), '');
  expect(() => {
    makeDirectory(join(place, 'file/a/b'));
  }).toThrow(/ENOTDIR/);
});

test('ends where the file system makes none and says that nothing is there', () => {
  expect(() => {
    makeDirectory('/proc/scrapegate/report');
  }).toThrow(/ENOENT/);
  expect(existsSync('/proc/scrapegate')).toBe(false);
});
