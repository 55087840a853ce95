import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, jest, test } from '@jest/globals';

jest.setTimeout(60_000);

const CLI = resolve('dist/cli/index.js');
const COMPOSE = `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml"]
`;
const workspace = mkdtempSync(join(tmpdir(), 'scrapegate-hostile-'));
afterAll(() => {
  rmSync(workspace, { recursive: true, force: true });
});

/** Pseudo-random bytes that are the same in every run. */
function bytes(count: number): Buffer {
  let state = 42;
  return Buffer.from(Array.from({ length: count }, () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) % 256));
}

const bomb = ['x: &x0 [a, a, a, a, a, a, a, a, a]'];
for (let level = 1; level < 9; level++) {
  bomb.push(
    `y${String(level)}: &x${String(level)} [${Array<string>(9)
      .fill(`*x${String(level - 1)}`)
      .join(', ')}]`,
  );
}

type Make = (path: string) => void;
const write =
  (content: string | Buffer): Make =>
  (path) => {
    writeFileSync(path, content);
  };
const FAULTS: Readonly<Record<string, readonly [make: Make, said: string]>> = {
  'random bytes': [write(bytes(20_000)), 'is not UTF-8 text'],
  'invalid UTF-8 in a value': [write(Buffer.from([0x61, 0x3a, 0x20, 0xff, 0x0a])), 'is not UTF-8 text'],
  'a directory': [mkdirSync, 'is a directory, but a file is expected'],
  'a loop of links': [
    (path) => {
      symlinkSync(`${path}.other`, path);
      symlinkSync(path, `${path}.other`);
    },
    'is a loop of symbolic links',
  ],
  nothing: [() => undefined, 'does not exist'],
  'a pipe': [(path) => spawnSync('mkfifo', [path]), 'cannot be read'],
  'a YAML bomb': [write(bomb.join('\n')), 'expands through its aliases'],
  'brackets 10,000 deep': [write('['.repeat(10_000)), 'the YAML cannot be read'],
  'tabs for indentation': [write('global:\n\tscrape_interval: 5s\n'), 'the YAML cannot be read'],
  'a text': [write('hello\n'), 'the document is "hello", expected a mapping'],
  'control characters': [write('a: "\u0000\u001b[31m"\n'), 'error['],
  'a very long line': [write(`global: {x: "${'y'.repeat(1_000_000)}"}\n`), 'unknown key "x"'],
  'a file of 50 MB': [write(Buffer.alloc(50_000_000, '- a\n')), 'is larger than 16 MiB'],
};

function check(path: string, ...options: readonly string[]) {
  // With little memory, so that what grows without bounds shows.
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=1500', CLI, 'check', path, ...options],
    {
      cwd: workspace,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  expect(`${stdout}${stderr}`).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  expect(stdout).not.toContain('\u001b');
  return { status, stdout, stderr };
}

describe.each(['prometheus.yml', 'compose.yml'])('in the place of %s, check has a finding and no crash for', (file) => {
  test.each(Object.entries(FAULTS))('%s', (name, [make, said]) => {
    if (file === 'compose.yml' && name === 'nothing') {
      expectNoComposeFile(name);
      return;
    }
    const directory = `${file}-${name.replaceAll(/\W+/g, '-')}`;
    mkdirSync(join(workspace, directory));
    if (file === 'prometheus.yml') writeFileSync(join(workspace, directory, 'compose.yml'), COMPOSE);
    make(join(workspace, directory, file));
    const { status, stdout, stderr } = check(directory);
    expect(stderr).toBe('');
    expect(status).toBe(1);
    // What a compose file has to be differs from what a prometheus.yml has to be.
    const general = file === 'compose.yml' && /expected a mapping|unknown key/.test(said);
    expect(stdout).toContain(general ? 'error[' : said);
  });
});

const KINDS = [
  'scrape-configs',
  'target-groups',
  'rules',
  'rule-tests',
  'alertmanager',
  'web',
  'blackbox',
  'grafana-datasources',
  'grafana-dashboards',
  'dashboard',
  'metrics',
] as const;
const EVERYWHERE = [
  'random bytes',
  'a directory',
  'a YAML bomb',
  'brackets 10,000 deep',
  'tabs for indentation',
  'a text',
  'control characters',
  'a pipe',
  'a file of 50 MB',
] as const;

describe.each(KINDS)('alone, as %s, check has a finding and no crash for', (kind) => {
  test.each(EVERYWHERE)('%s', (name) => {
    const path = join(workspace, `${kind}-${name.replaceAll(/\W+/g, '-')}.yml`);
    FAULTS[name]?.[0](path);
    const { status, stdout, stderr } = check(path, '--as', kind);
    // A directory is searched for stacks, and this one has none.
    if (name === 'a directory') expect([status, stderr]).toEqual([2, expect.stringContaining('no compose file in')]);
    else {
      expect([status, stderr]).toEqual([1, '']);
      expect(stdout).toContain('error[');
    }
  });
});

test('the largest rule file that is read is judged in bounded memory', () => {
  const path = join(workspace, 'large-rules.yml');
  const rule = (index: number): string =>
    `  - record: a${String(index)}\n    expr: sum by (job) (rate(x{a="b"}[5m]))\n`;
  writeFileSync(
    path,
    `groups:\n- name: g\n  rules:\n${Array.from({ length: 240_000 }, (_, index) => rule(index)).join('')}`,
  );
  const { status, stdout } = check(path, '--as', 'rules');
  expect(stdout).toContain('no findings in 1 file');
  expect(status).toBe(0);
});

function expectNoComposeFile(name: string): void {
  const directory = `no-compose-${name}`;
  mkdirSync(join(workspace, directory));
  const { status, stderr } = check(directory);
  expect(status).toBe(2);
  expect(stderr).toContain('no compose file in');
}

test('a byte order mark and CRLF are no fault', () => {
  mkdirSync(join(workspace, 'bom'));
  writeFileSync(join(workspace, 'bom', 'compose.yml'), `\ufeff${COMPOSE.replaceAll('\n', '\r\n')}`);
  const config = 'scrape_configs:\n  - job_name: itself\n    static_configs:\n      - targets: ["localhost:9090"]\n';
  writeFileSync(join(workspace, 'bom', 'prometheus.yml'), `\ufeff${config.replaceAll('\n', '\r\n')}`);
  expect(check('bom').status).toBe(0);
});
