import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ComposeRuntime } from '../../src/adapters/docker/compose-runtime.js';
import { EngineCli } from '../../src/adapters/docker/engine-cli.js';
import { classifyPull } from '../../src/rules/pull-failure.js';
import { MOST_ATTEMPTS } from '../../src/stages/pull.js';
import { FakeRegistry, type Mood } from './fake-registry.js';
import { StackCopy, docker, leftOfProject, type Run } from './stack-copy.js';

jest.setTimeout(60_000);

let registry: FakeRegistry;
let copy: StackCopy;
const projects: string[] = [];

beforeAll(async () => {
  registry = await FakeRegistry.open();
});
afterAll(() => registry.close());
beforeEach(() => {
  copy = new StackCopy();
  mkdirSync(copy.directory);
});
afterEach(() => {
  for (const project of projects.splice(0)) expect(leftOfProject(project)).toEqual([]);
  for (const image of docker('image', 'ls', '--quiet', '--filter', `reference=127.0.0.1:${String(registry.port)}/*`))
    docker('image', 'rm', image);
  copy.remove();
});

/** A Prometheus that scrapes itself, and an agent whose image has to be pulled. */
function write(image: string): void {
  const prometheus = process.env['PROMETHEUS_IMAGE'] ?? '';
  const files = {
    'compose.yml': [
      'services:',
      `  prometheus: { image: "${prometheus}", volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"] }`,
      '  agent:',
      `    image: ${image}`,
      '',
    ].join('\n'),
    'prometheus.yml':
      'global: { scrape_interval: 1s, scrape_timeout: 1s }\nscrape_configs:\n  - job_name: self\n    static_configs: [{ targets: ["localhost:9090"] }]\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(copy.directory, name), text);
}

async function gate(): Promise<Run> {
  const project = `scrapegate-pull-${String(process.pid)}-${String(Date.now() % 1e6)}`;
  projects.push(project);
  return copy.run('gate', ['--project-name', project]);
}

const asked = (mood: Mood): number => registry.asked.get(`agent:${String(mood)}`) ?? 0;
const stagesOf = ({ report }: Run): string[] => report.stages.map(({ name, status }) => `${name} ${status}`);

describe('the words of this engine', () => {
  test.each<[Mood, string, string]>([
    [401, 'permanent', 'image-denied'],
    [403, 'permanent', 'image-denied'],
    [404, 'permanent', 'image-unavailable'],
    [429, 'permanent', 'image-rate-limited'],
    [500, 'transient', 'registry-unavailable'],
    [502, 'transient', 'registry-unavailable'],
    [503, 'transient', 'registry-unavailable'],
    ['closes', 'transient', 'registry-unavailable'],
  ])('when the registry answers %s are %s, %s', async (mood, kind, cause) => {
    write(registry.image(mood, 'words'));
    const result = await pull(new AbortController().signal);
    expect(result.exitCode).not.toBe(0);
    expect(classifyPull(result.output)).toMatchObject({ kind, cause });
  });

  test('when the registry hangs do not come, and the pull ends with the signal', async () => {
    write(registry.image('hangs', 'words'));
    const result = await pull(AbortSignal.timeout(1500));
    expect(result.exitCode).not.toBe(0);
  });

  function pull(signal: AbortSignal): ReturnType<ComposeRuntime['pull']> {
    const options = { projectName: 'scrapegate-pull', directory: copy.directory };
    const runtime = new ComposeRuntime(
      { ...options, composeFiles: [], envFiles: [], profiles: [] },
      new EngineCli('the docker command'),
    );
    return runtime.pull('agent', signal);
  }
});

describe('a gate', () => {
  test('passes when the registry serves at the third attempt, and tells of the others', async () => {
    write(registry.image('third-time'));
    const run = await gate();
    expect(run.report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(run.exitCode).toBe(0);
    const image = registry.image('third-time');
    const again = run.stderr.split('\n').filter((line) => line.includes(`pull of ${image} failed`));
    expect(again.map((line) => /attempt \d of \d: [^;]+/.exec(line)?.[0])).toEqual([
      'attempt 1 of 5: the registry answers with a server error',
      'attempt 2 of 5: the registry answers with a server error',
    ]);
    expect(run.stderr).toContain(`pulled ${image} at attempt 3`);
    expect(run.report.services.find(({ name }) => name === 'agent')).toMatchObject({ state: 'running' });
  });

  test.each<[Mood, string]>([
    [403, 'image-denied'],
    [404, 'image-unavailable'],
    [429, 'image-rate-limited'],
  ])('that the registry answers %s fails before anything starts, without another attempt', async (mood, cause) => {
    write(registry.image(mood));
    const run = await gate();
    expect(run.exitCode).toBe(1);
    const [finding] = run.report.findings;
    expect(finding).toMatchObject({
      code: 'runtime/bring-up-failed',
      cause,
      subject: { service: 'agent' },
      location: { file: 'stack/compose.yml', start: { line: 4, column: 12 } },
    });
    expect(finding?.message).toContain(`image "${registry.image(mood)}" cannot be had`);
    expect(asked(mood)).toBe(1);
    expect(stagesOf(run).slice(2, 5)).toEqual(['pull failed', 'build skipped', 'up skipped']);
    expect(run.report.services.map(({ state }) => state)).toEqual(['not started', 'not started']);
  });

  test('that the registry fails again and again says so after the last attempt', async () => {
    write(registry.image(503));
    const run = await gate();
    expect(run.exitCode).toBe(1);
    expect(run.report.findings[0]).toMatchObject({ code: 'runtime/bring-up-failed', cause: 'registry-unavailable' });
    expect(run.report.findings[0]?.message).toContain(`also at attempt ${String(MOST_ATTEMPTS)}`);
    expect(asked(503)).toBe(MOST_ATTEMPTS);
  });

  test('fails at once when pull_policy forbids to pull what is not here', async () => {
    write(`${registry.image('serves')}\n    pull_policy: never`);
    const run = await gate();
    expect(run.report.findings[0]).toMatchObject({ cause: 'image-unavailable', subject: { service: 'agent' } });
    expect(asked('serves')).toBe(0);
  });
});
