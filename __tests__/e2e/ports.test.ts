import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { StackCopy, docker, leftOfProject, type Run } from './stack-copy.js';

jest.setTimeout(60_000);

let copy: StackCopy;
let project: string;
const gate = (...flags: string[]): Promise<Run> => copy.run('gate', ['--project-name', project, ...flags]);

beforeEach(async () => {
  copy = await StackCopy.of('voice-ai-agent');
  project = `scrapegate-ports-${String(process.pid)}-${String(Date.now() % 1e6)}`;
});
afterEach(() => {
  expect(leftOfProject(project)).toEqual([]);
  copy.remove();
});

/** Red, with nothing that was ever created. */
function expectRefused({ exitCode, report }: Run): Run['report']['findings'][number] {
  expect(exitCode).toBe(1);
  expect(report.stages.slice(0, 4).map(({ name, status }) => `${name} ${status}`)).toEqual([
    'check passed',
    'prepare failed',
    'pull skipped',
    'build skipped',
  ]);
  expect(report.services.every(({ state }) => state === 'not started')).toBe(true);
  const [finding, ...others] = report.findings.filter(({ severity }) => severity === 'error');
  expect(others).toEqual([]);
  if (!finding) throw new Error('no finding');
  return finding;
}

test('a port that a process has is refused with the name and number of the process', async () => {
  const port = copy.environment['REDIS_PORT'] ?? '';
  const server = `require('net').createServer().listen(${port}, '127.0.0.1', () => console.log('listens'))`;
  const holder = spawn(process.execPath, ['-e', server], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    await once(holder.stdout, 'data');
    expect(expectRefused(await gate())).toMatchObject({
      code: 'runtime/port-in-use',
      cause: 'port-in-use',
      message: `service "redis" cannot publish port ${port} of the host: it is taken by process "node" (pid ${String(holder.pid)})`,
      subject: { service: 'redis' },
      location: { file: 'stack/compose.yml', start: { line: copy.lineOf('compose.yml', 'REDIS_PORT') } },
    });
  } finally {
    holder.kill();
  }
});

test('a port that the container of another project has is refused with its name', async () => {
  const port = copy.environment['GRAFANA_PORT'] ?? '';
  const name = `${project}-holder`;
  const labels = ['shop', 'web'].flatMap((value, index) => [
    '--label',
    `com.docker.compose.${index === 0 ? 'project' : 'service'}=${value}-${project}`,
  ]);
  docker(
    'run',
    '--detach',
    '--rm',
    '--init',
    '--name',
    name,
    '--publish',
    `${port}:80`,
    ...labels,
    image(),
    'sleep',
    '60',
  );
  try {
    const finding = expectRefused(await gate());
    expect(finding).toMatchObject({
      code: 'runtime/port-in-use',
      message: `service "grafana" cannot publish port ${port} of the host: it is taken by container "${name}", service "web-${project}" of project "shop-${project}"`,
      location: { start: { line: copy.lineOf('compose.yml', 'GRAFANA_PORT') } },
    });
    expect(finding.help).toContain('set GRAFANA_PORT to a port that is free');
  } finally {
    docker('rm', '--force', name);
  }
});

test('the same stack that runs already is named as such, once, with the command that stops it', async () => {
  const other = `${project}-mine`;
  const variables = join(copy.workspace, 'variables');
  writeFileSync(
    variables,
    Object.entries(copy.environment)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  const files = ['--env-file', variables, '--file', `${copy.directory}/compose.yml`];
  const compose = (...args: string[]): string[] => docker('compose', '--project-name', other, ...files, ...args);
  try {
    compose('up', '--detach', '--no-deps', 'redis', 'prometheus');
    const finding = expectRefused(await gate());
    expect(finding.message).toContain(`of this same compose file, which runs as project "${other}"`);
    expect(finding.help).toContain(`docker compose -p ${other} down`);
    expect(finding.related).toHaveLength(1);
    expect(leftOfProject(other)).not.toEqual([]);
  } finally {
    compose('down', '--volumes', '--timeout', '0');
  }
});

function image(): string {
  return process.env['NODE_IMAGE'] ?? 'node:24-alpine';
}
