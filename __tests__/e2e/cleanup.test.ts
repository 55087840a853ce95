import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { FakeRunner } from '../fakes/fake-runner.js';
import { leftOf, portraitOf, temporaryFiles } from '../kill/leftovers.js';
import { StackCopy, docker } from './stack-copy.js';

jest.setTimeout(180_000);

const LABEL = 'com.docker.compose.project';
const copies: StackCopy[] = [];
const projects: string[] = [];
const newCopy = async (): Promise<StackCopy> => {
  const copy = await StackCopy.of('voice-ai-agent');
  copies.push(copy);
  copy.environment['TMPDIR'] = join(copy.workspace, 'tmp');
  mkdirSync(copy.environment['TMPDIR']);
  return copy;
};
const newProject = (): string => {
  const project = `scrapegate-cleanup-${String(process.pid)}-${String(Date.now() % 1e6)}`;
  projects.push(project);
  return project;
};
const temporary = (copy: StackCopy): string[] => temporaryFiles(copy.environment['TMPDIR'] ?? '');

afterEach(() => {
  expect(projects.splice(0).flatMap(leftOf)).toEqual([]);
  for (const copy of copies.splice(0)) copy.remove();
});

/** A service that takes no SIGTERM, and for which Compose would wait ten minutes. */
function addStubborn(copy: StackCopy): void {
  const lines = [
    '  stubborn:',
    '    image: ${REDIS_IMAGE:-redis:7-alpine}',
    '    command: [sh, -c, "trap \'\' TERM; while :; do sleep 1; done"]',
    '    stop_grace_period: 10m',
    '',
  ];
  copy.edit('compose.yml', '  grafana:\n', `${lines.join('\n')}\n  grafana:\n`);
}

test('two gates at once in two clones of the same directory name do not disturb each other', async () => {
  const both = await Promise.all([newCopy(), newCopy()]);
  const runs = await Promise.all(both.map((copy) => copy.run('gate', ['--keep'])));
  expect(runs.map(({ exitCode, report }) => [exitCode, report.verdict])).toEqual([
    [0, 'pass'],
    [0, 'pass'],
  ]);
  const kept = runs.map(({ stderr }) => /left running as project (\S+):/.exec(stderr)?.[1] ?? '');
  projects.push(...kept);
  expect(new Set(kept).size).toBe(2);
  expect(kept.every((project) => project.startsWith('scrapegate-stack-'))).toBe(true);
  const [first = '', second = ''] = kept;
  const before = portraitOf(second);
  // What a kept run prints is enough to remove it, its temporary files too, and leaves the other one alone.
  removeAsTold(runs[0]?.stderr ?? '');
  expect(leftOf(first)).toEqual([]);
  expect(portraitOf(second)).toBe(before);
  removeAsTold(runs[1]?.stderr ?? '');
  expect(both.flatMap(temporary)).toEqual([]);
});

function removeAsTold(stderr: string): void {
  const told = /^remove it with: (.*)$/m.exec(stderr)?.[1] ?? '';
  expect(told).toMatch(/^docker compose -p \S+ down --volumes --timeout 5 && rm -r \S+$/);
  const [compose = '', directory = ''] = told.split(' && rm -r ');
  docker(...compose.split(' ').slice(1));
  expect(existsSync(directory)).toBe(true);
  expect(spawnSync('rm', ['-r', directory]).status).toBe(0);
}

describe('a container that takes no SIGTERM, with stop_grace_period 10m', () => {
  test('is stopped by force within 20 s; an image that was built for the run goes, one that the file names stays', async () => {
    const copy = await newCopy();
    addStubborn(copy);
    const named = `scrapegate-cleanup-named-${String(process.pid)}`;
    const build = 'build: {context: ., dockerfile_inline: "FROM ${REDIS_IMAGE:-redis:7-alpine}"}';
    const services = [`  unnamed:\n    ${build}\n`, `  named:\n    image: ${named}\n    ${build}\n`].join('');
    copy.edit('compose.yml', '  grafana:\n', `${services}\n  grafana:\n`);
    const project = newProject();
    try {
      const run = await copy.run('gate', ['--project-name', project]);
      expect(run.exitCode).toBe(0);
      const down = run.report.stages.find(({ name }) => name === 'down');
      expect(down?.status).toBe('passed');
      // A promise to users, not a measurement: without a bound it would be ten minutes.
      expect(down?.duration_ms).toBeLessThan(20_000);
      const label = ['--filter', `label=${LABEL}=${project}`];
      expect(docker('image', 'ls', '--format', '{{.Repository}}', ...label)).toEqual([named]);
      expect(temporary(copy)).toEqual([]);
    } finally {
      docker('image', 'rm', named);
    }
  });

  test('is killed at once by a second Ctrl-C', async () => {
    const copy = await newCopy();
    addStubborn(copy);
    copy.edit('compose.yml', "fetch('http://127.0.0.1:8000/health')", "fetch('http://127.0.0.1:1/')");
    const project = newProject();
    const filters = ['--filter', `label=${LABEL}=${project}`, '--filter', 'label=com.docker.compose.service=stubborn'];
    const events = spawn('docker', ['events', '--format', '{{.Action}} {{.TimeNano}}', ...filters]);
    let happened = '';
    events.stdout.on('data', (chunk: Buffer) => (happened += chunk.toString()));
    const run = await copy.run('gate', ['--project-name', project], (child) => {
      child.stderr?.on('data', (chunk: Buffer) => {
        if (!chunk.toString().includes('up: passed')) return;
        child.kill('SIGINT');
        setTimeout(() => child.kill('SIGINT'), 700);
      });
    });
    events.kill();
    expect(run.exitCode).toBe(3);
    const at = (action: string): number => Number(new RegExp(`^${action} (\\d+)$`, 'm').exec(happened)?.[1]) / 1e9;
    // From SIGTERM to the end; it would be 5 s, which the engine gives it, if nobody hurried.
    expect(at('die') - at('kill')).toBeLessThan(5);
  });
});

test('a reader of the output that goes away does not keep the stack from being removed', async () => {
  const copy = await newCopy();
  const project = newProject();
  const child = spawn(process.execPath, [resolve('dist/cli/index.js'), 'gate', 'stack', '--project-name', project], {
    cwd: copy.workspace,
    env: { ...process.env, NODE_OPTIONS: '', ...copy.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr.once('data', () => {
    child.stderr.destroy();
    child.stdout.destroy();
  });
  expect(await new Promise((done) => child.once('close', done))).toBe(0);
});

test('a network that somebody joined stays, he is named and not touched, and post removes it when he has left', async () => {
  const copy = await newCopy();
  const project = newProject();
  const runner = new FakeRunner();
  const step = { cwd: copy.workspace, env: copy.environment, with: { path: 'stack', 'project-name': project } };
  expect((await runner.main(step)).exitCode).toBe(0);
  const holder = `${project}-holder`;
  const network = `${project}_app`;
  docker('run', '--detach', '--name', holder, '--network', network, process.env['REDIS_IMAGE'] ?? '', 'sleep', '600');
  try {
    const post = await runner.post(step);
    expect(post.exitCode).toBe(1);
    expect(post.commands.map(({ name, message }) => `${name}: ${message}`)).toEqual([
      expect.stringContaining(`warning: project ${project} could not be removed whole: network`),
    ]);
    expect(post.stdout).toContain(holder);
    expect(docker('inspect', '--format', '{{.State.Status}}', holder)).toEqual(['running']);
    expect(leftOf(project)).toEqual([`network ${network}`]);
  } finally {
    docker('rm', '--force', holder);
  }
  expect((await runner.post(step)).exitCode).toBe(0);
  expect(temporary(copy)).toEqual([]);
});

test('the next gate tells what a killed one left and how to remove it, and touches nothing of it', async () => {
  const copy = await newCopy();
  copy.edit('compose.yml', "fetch('http://127.0.0.1:8000/health')", "fetch('http://127.0.0.1:1/')");
  const killed = newProject();
  const child = spawn(process.execPath, [resolve('dist/cli/index.js'), 'gate', 'stack', '--project-name', killed], {
    cwd: copy.workspace,
    env: { ...process.env, NODE_OPTIONS: '', ...copy.environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr.on('data', (chunk: Buffer) => {
    if (chunk.toString().includes('up: passed')) child.kill('SIGKILL');
  });
  await new Promise((done) => child.once('close', done));
  const before = portraitOf(killed);
  expect(before).not.toBe('');
  const other = await StackCopy.of('voice-ai-agent');
  copies.push(other);
  // It is refused its image, which is quick; what it says before is looked at.
  Object.assign(other.environment, { TMPDIR: copy.environment['TMPDIR'], PROMETHEUS_IMAGE: 'localhost:1/no/such:1' });
  const { stderr } = await other.run('gate', ['--project-name', newProject()]);
  expect(stderr).toContain(`an earlier run was killed and left project ${killed} (container `);
  expect(stderr).toContain(`remove it with \`docker compose -p ${killed} down --volumes --timeout 5 && rm -r `);
  expect(portraitOf(killed)).toBe(before);
  docker('compose', '--project-name', killed, 'down', '--volumes', '--timeout', '1');
});
