import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { RunDirectory, runDirectoryOf } from '../../src/adapters/run-directory.js';
import { abandonedRuns, leaveMarker } from '../../src/adapters/run-marker.js';

const keep = { containers: [], networks: [], volumes: ['mine'] };
const engine = 'unix:///var/run/docker.sock';
let root: string;
let dead: number;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'run-marker-'));
  dead = spawnSync(process.execPath, ['-e', '']).pid;
});
afterEach(() => {
  rmSync(root, { recursive: true });
});
const leave = (project: string, owner: number, more = {}): void => {
  leaveMarker(new RunDirectory(project, root), { project, owner, engine, keep, kept: false, ...more });
};
const abandoned = (): string[] => abandonedRuns(engine, root).map(({ project }) => project);

describe('a run is abandoned', () => {
  test('when its process has ended, and what it had to leave is known', () => {
    leave('killed', dead);
    expect(abandonedRuns(engine, root)).toEqual([expect.objectContaining({ project: 'killed', keep })]);
  });

  test('also when another process has its number by now', () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    leave('killed', child.pid ?? 0);
    expect(abandoned()).toEqual([]);
    const file = join(runDirectoryOf('killed', root), 'run.json');
    const marker = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...marker, ownerStarted: '1' }));
    expect(abandoned()).toEqual(['killed']);
    child.kill('SIGKILL');
  });
});

describe('a run is not abandoned', () => {
  test('while its process lives, when it was kept, or when another engine has it', () => {
    leave('running', process.pid);
    leave('kept', dead, { kept: true });
    leave('elsewhere', dead, { engine: 'ssh://far' });
    expect(abandoned()).toEqual([]);
  });

  test('when nothing tells whose it is, or its word is about another', () => {
    mkdirSync(runDirectoryOf('silent', root));
    mkdirSync(runDirectoryOf('garbled', root));
    writeFileSync(join(runDirectoryOf('garbled', root), 'run.json'), '{');
    leave('theirs', dead);
    mkdirSync(runDirectoryOf('liar', root), { mode: 0o700 });
    writeFileSync(
      join(runDirectoryOf('liar', root), 'run.json'),
      readFileSync(join(runDirectoryOf('theirs', root), 'run.json')),
    );
    rmSync(runDirectoryOf('theirs', root), { recursive: true });
    expect(abandoned()).toEqual([]);
  });
});
