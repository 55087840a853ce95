import { expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync, chmodSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeFiles } from '../../src/adapters/node-files.js';
import type { HostEntry } from '../../src/model/host-entry.js';
import { loadStack } from '../../src/stack/load-stack.js';
import { MemoryFiles } from '../fakes/memory-files.js';

function entriesOf(texts: Record<string, string>): ReadonlyMap<string, HostEntry> | undefined {
  const request = { directory: '/r/p', composeFiles: [], envFiles: [], environment: {}, profiles: [] };
  return loadStack({ ...request, displayPath: (path) => path }, new MemoryFiles(texts))?.hostEntries;
}

const compose = (volumes: string): string => `services:\n  a:\n    image: example/a:1\n    volumes: [${volumes}]\n`;

test('knows what the sources of mounts are', () => {
  const entries = entriesOf({ '/r/p/compose.yml': compose('./f:/f, ./d:/d, ./n:/n'), '/r/p/f': '', '/r/p/d/x': '' });
  expect(entries?.get('/r/p/f')).toMatchObject({ kind: 'file', access: { mode: 0o644 } });
  expect(entries?.get('/r/p/d')).toMatchObject({ kind: 'directory', access: { mode: 0o755 } });
  expect(entries?.get('/r/p/n')).toEqual({ kind: 'missing', belongs: true, siblings: ['compose.yml', 'd', 'f'] });
});

test('what is outside of the repository, or ignored, does not belong to it', () => {
  const entries = entriesOf({
    '/r/.git/HEAD': '',
    '/r/.gitignore': 'made/\n',
    '/r/p/compose.yml': compose('../../o:/o, ../q:/q, ./made/x:/x, /abs:/abs'),
  });
  const belongs = (path: string): boolean | undefined => entries?.get(path)?.belongs;
  expect([belongs('/o'), belongs('/r/q'), belongs('/r/p/made/x'), belongs('/abs')]).toEqual([
    false,
    true,
    false,
    false,
  ]);
});

test('looks at what lies inside of a mount, and at paths of the command line', () => {
  const entries = entriesOf({
    '/r/p/compose.yml': `${compose('./d:/d, ./f:/d/e/f')}    command: [--config.file=/d/c.yml]\n`,
    '/r/p/f': '',
    '/r/p/d/x': '',
  });
  expect(entries?.get('/r/p/d/e/f')?.kind).toBe('missing');
  expect(entries?.get('/r/p/d/c.yml')?.kind).toBe('missing');
});

test('tells the permissions of real files, behind links too', () => {
  const directory = mkdtempSync(join(tmpdir(), 'host-entries-'));
  try {
    writeFileSync(join(directory, 'secret'), '');
    chmodSync(join(directory, 'secret'), 0o640);
    symlinkSync('secret', join(directory, 'link'));
    const files = new NodeFiles();
    const known = process.platform === 'linux' ? 0o640 : undefined;
    expect(files.access(join(directory, 'link'))?.mode).toBe(known);
    expect(files.access(join(directory, 'none'))).toBeUndefined();
  } finally {
    rmSync(directory, { recursive: true });
  }
});
