import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { endOrphans, isCommandOf } from '../../src/adapters/docker/orphans.js';
import { systemClock } from '../../src/adapters/system-clock.js';

const UP = [
  'compose',
  '--ansi',
  'never',
  '--project-name',
  'shop-1',
  '--file',
  'compose.yml',
  'up',
  '--detach',
  'agent',
];

describe('a command of a run', () => {
  test.each([
    ['the docker command', ['docker', ...UP]],
    ['its plug-in', ['/usr/libexec/docker/cli-plugins/docker-compose', ...UP]],
    ['a helper container', ['docker', 'run', '--rm', '--label', 'io.scrapegate.project=shop-1', 'prom', 'check']],
  ])('is %s', (_, argv) => {
    expect(isCommandOf(argv, 'shop-1')).toBe(true);
  });

  test.each([
    ['of another project', ['docker', ...UP], 'shop'],
    ['of a project whose name begins alike', ['docker', ...UP], 'shop-11'],
    ['that only looks', ['docker', 'compose', '--project-name', 'shop-1', 'logs', '--follow'], 'shop-1'],
    ['of another program', ['grep', '--project-name', 'shop-1', 'up'], 'shop-1'],
    ['without a project', ['docker', 'compose', 'up'], 'docker'],
    ['that is no command', [], 'shop-1'],
  ])('is none %s', (_, argv, project) => {
    expect(isCommandOf(argv, project)).toBe(false);
  });
});

test('what a killed run started is ended, also when it takes no SIGTERM, and nothing else', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'orphans-'));
  const program = join(directory, 'docker');
  symlinkSync(process.execPath, program);
  const script = "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)";
  const start = async (project: string) => {
    const args = ['-e', script, '--', '--project-name', project, 'up'];
    const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'ignore'], env: {} });
    await once(child.stdout, 'data');
    return child;
  };
  const name = `orphan-${String(process.pid)}`;
  const [ours, theirs] = await Promise.all([start(name), start(`${name}-2`)]);
  try {
    const ended = once(ours, 'close');
    expect(await endOrphans(name, systemClock)).toBe(true);
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(theirs.exitCode ?? theirs.signalCode).toBeNull();
    expect(await endOrphans(name, systemClock)).toBe(false);
  } finally {
    theirs.kill('SIGKILL');
    rmSync(directory, { recursive: true });
  }
}, 20_000);
