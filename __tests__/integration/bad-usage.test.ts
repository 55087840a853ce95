import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/model/report.js';

const CLI = resolve('dist/cli/index.js');
let workspace: string;

beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'scrapegate-usage-'));
  const write = (path: string, text: string): void => {
    mkdirSync(join(workspace, path, '..'), { recursive: true });
    writeFileSync(join(workspace, path), text);
  };
  const prometheus =
    'services:\n  prometheus:\n    image: prom/prometheus:v3.5.0\n    volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml"]\n';
  write('good/compose.yml', prometheus);
  write(
    'good/prometheus.yml',
    'scrape_configs:\n  - job_name: itself\n    static_configs:\n      - targets: [localhost:9090]\n',
  );
  write('no-prometheus/compose.yml', 'services:\n  redis:\n    image: redis:7\n');
  write('empty/readme.txt', 'nothing');
  write('empty.json', '{}');
  write('torn.json', '{"schema_version": 1, "run": {}, "files": {}}');
  write('tabs/compose.yml', 'services:\n\tredis:\n');
  write('bad-settings/.scrapegate.yml', 'timeout: 5m\nfail_on: degraded\n');
});
afterAll(() => {
  rmSync(workspace, { recursive: true, force: true });
});

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = workspace) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  return { status, stdout, stderr, said: stderr.split('\n').filter((line) => line.startsWith('scrapegate: ')) };
}

/** No output of ours may look like a crash. */
function expectNoStack(text: string): void {
  expect(text).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
}

test('a recording that lacks a part is bad usage, not a crash', () => {
  const { status, said, stderr } = run(['judge', 'torn.json']);
  expect(status).toBe(2);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/^scrapegate: "torn.json" is no whole recording \(.+\): gate --record FILE writes one$/);
  expectNoStack(stderr);
});

describe('bad usage is one clear line and exit code 2', () => {
  test.each([
    [['gate', 'good', '--timeot', '5m'], 'unknown option --timeot; did you mean --timeout?'],
    [
      ['gate', 'good', '--timeout', '5 minutes'],
      '--timeout is "5 minutes", expected a duration above zero such as 90s or 5m',
    ],
    [['gate', 'good', '--timeout'], '--timeout is true, expected a text that is not empty'],
    [['gate', 'good', '--fail-on', 'never'], '--fail-on is "never", expected one of degraded, unhealthy'],
    [
      ['gate', 'good', '--project-name', 'My Stack'],
      '--project-name is "My Stack", expected lower-case letters, digits, dashes and underscores, a letter or digit first',
    ],
    [['judge'], 'judge needs the recording of a run: gate --record FILE writes one'],
    [
      ['judge', 'good/compose.yml'],
      '"good/compose.yml" is no recording: it is not JSON; gate --record FILE writes one',
    ],
    [['judge', 'nothing.json'], 'the recording "nothing.json" cannot be read: missing'],
    [['judge', 'empty.json'], '"empty.json" is no recording: gate --record FILE writes one'],
    [
      ['judge', 'torn.json', '--timeout', '5m'],
      '--timeout is not for judge, which has it from the recording; it takes --format, --notices, --color, --quiet',
    ],
    [['check', 'good', '--record', 'r.json'], '--record is only for gate, not for check'],
    [['chek', 'good'], 'unknown command "chek", expected check, gate, judge or explain; did you mean "check"?'],
    [[], 'a command is missing, expected check, gate, judge or explain; see scrapegate --help'],
    [['gate', 'good', '--fix'], '--fix is only for check, not for gate'],
    [['check', 'good', '--dry-run'], '--dry-run needs --fix'],
    [
      ['explain', 'stack/target-localhos'],
      'unknown code "stack/target-localhos"; did you mean "stack/target-localhost"?',
    ],
    [['explain', 'target-localhost'], 'unknown code "target-localhost"; did you mean "stack/target-localhost"?'],
    [['explain', 'x', '--format', 'sarif'], '--format is "sarif", explain prints text or json'],
    [['explain', '--fix'], 'explain has no option --fix, only --format text or json'],
    [['gate', 'good', 'more'], 'unexpected argument "more": gate takes one directory'],
    [['check', 'missing'], '"missing" does not exist: name the directory that has the compose file'],
    [
      ['gate', 'empty'],
      'no compose file in "empty": expected compose.yaml, compose.yml, docker-compose.yaml or docker-compose.yml, or name one with --compose-file',
    ],
    [
      ['check', 'good', '--prometheus-service', 'metrics'],
      '--prometheus-service is "metrics", but the services of the project are prometheus',
    ],
    [['check', 'good', '--settings', 'none.yml'], 'the settings file "none.yml" cannot be read: missing'],
  ])('%j', (args, message) => {
    const { status, said, stderr } = run(args);
    expect(said).toEqual([`scrapegate: ${message}`]);
    expect(status).toBe(2);
    expectNoStack(stderr);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('and it is in the report', () => {
    const { status, stdout } = run([
      'gate',
      'good',
      '--timeout',
      'soon',
      '--format',
      'json',
      '--report-dir',
      'refused',
    ]);
    expect(status).toBe(2);
    const report = JSON.parse(stdout) as Report;
    expect(report).toMatchObject({ verdict: 'error', findings: [{ code: 'settings/invalid', stage: 'settings' }] });
    expect(JSON.parse(readFileSync(join(workspace, 'refused', 'report.json'), 'utf8'))).toEqual(report);
  });

  test('in the settings file, with the name of the option that is meant', () => {
    const { status, said } = run(['check', '../good'], {}, join(workspace, 'bad-settings'));
    expect(said).toEqual([
      'scrapegate: unknown option "fail_on" in .scrapegate.yml; did you mean "fail-on" in .scrapegate.yml?',
    ]);
    expect(status).toBe(2);
  });
});

describe("what is wrong with the user's files is a finding and exit code 1", () => {
  test('a project without Prometheus, by check and by gate', () => {
    for (const command of ['check', 'gate']) {
      const { status, stdout, stderr } = run([command, 'no-prometheus']);
      expect(status).toBe(1);
      expect(stdout).toContain('error[stack/no-prometheus] no service is a Prometheus');
      expect(stdout).toContain('--> no-prometheus/compose.yml:1:1');
      expectNoStack(stderr);
    }
  });

  test('YAML that cannot be read', () => {
    const { status, stdout } = run(['check', 'tabs']);
    expect(status).toBe(1);
    expect(stdout).toContain('error[yaml/syntax]');
    expect(stdout).toMatch(/--> tabs\/compose\.yml:2:\d/);
  });
});

describe('an environment that cannot run the gate is one clear line and exit code 3', () => {
  test('no docker command', () => {
    const { status, said, stderr } = run(['gate', 'good'], { PATH: '/nonexistent' });
    expect(said).toEqual([expect.stringContaining('"docker" is not installed or not in PATH: install Docker Engine')]);
    expect(status).toBe(3);
    expectNoStack(stderr);
  });

  test('an engine that does not run', () => {
    const { status, said, stderr } = run(['gate', 'good'], { DOCKER_HOST: 'unix:///nonexistent.sock' });
    expect(said).toEqual([expect.stringContaining('the Docker engine at unix:///nonexistent.sock does not answer')]);
    expect(said[0]).toContain('start it');
    expect(status).toBe(3);
    expectNoStack(stderr);
  });

  test('an engine on another machine that does not answer', () => {
    const { status, said } = run(['gate', 'good'], { DOCKER_HOST: 'tcp://127.0.0.1:1' });
    expect(said).toEqual([expect.stringContaining('the Docker engine at tcp://127.0.0.1:1 does not answer')]);
    expect(status).toBe(3);
  });

  test('check does not care', () => {
    const { status, stdout } = run(['check', 'good'], {
      PATH: '/nonexistent',
      DOCKER_HOST: 'unix:///nonexistent.sock',
    });
    expect(stdout).toContain('PASS');
    expect(status).toBe(0);
  });
});

describe('a report that cannot be written', () => {
  test.each(['good/compose.yml/report', '/proc/scrapegate/report'])(
    'to %s: what was found is told before, and the exit code is 3',
    (directory) => {
      const { status, stdout, said, stderr } = run(['gate', 'no-prometheus', '--report-dir', directory]);
      expect(stdout).toContain('error[stack/no-prometheus] no service is a Prometheus');
      expect(said).toEqual([
        expect.stringMatching(
          /^scrapegate: the report cannot be written to "\S+" \(.+\): name another place with --report-dir$/,
        ),
      ]);
      expect(status).toBe(3);
      expectNoStack(stderr);
    },
  );

  test('is one more line about a bad option', () => {
    const { status, said, stderr } = run(['gate', 'good', '--timeout', 'soon', '--report-dir', 'good/compose.yml/x']);
    expect(said).toEqual([
      expect.stringContaining('the report cannot be written to "good/compose.yml/x"'),
      expect.stringContaining('--timeout is "soon"'),
    ]);
    expect(status).toBe(2);
    expectNoStack(stderr);
  });
});

test('the report is written also when the gate could not judge', () => {
  const { stdout } = run(['gate', 'good', '--format', 'json'], { DOCKER_HOST: 'unix:///nonexistent.sock' });
  const report = JSON.parse(stdout) as { verdict: string; error: string; checks: { configuration: string } };
  expect(report).toMatchObject({ verdict: 'error', checks: { configuration: 'ok' } });
  expect(report.error).toContain('does not answer');
});
