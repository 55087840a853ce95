import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { repositoryRoot } from '../../src/adapters/repository-root.js';
import { writeAtomically } from '../../src/adapters/write-atomically.js';
import { writeReport } from '../../src/entry/write-report.js';
import { EnvironmentError } from '../../src/model/errors.js';
import { SAMPLE } from '../report/sample-report.js';

// What is written to the descriptor itself no spy on process.stdout sees.
let printed = '';
jest.unstable_mockModule('../../src/adapters/standard-output.js', () => ({
  isTerminal: () => false,
  writeToStdout: (text: string) => (printed += text),
}));
const { main } = await import('../../src/entry/cli-main.js');

let directory: string;
let stack: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'scrapegate-formats-'));
  stack = join(directory, 'stack');
  mkdirSync(stack);
  writeFileSync(
    join(stack, 'compose.yml'),
    'services:\n  prometheus:\n    image: prom/prometheus:v3.5.0\n    volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml", /prometheus]\n    healthcheck: { test: [CMD, promtool, check, ready] }\n',
  );
});
beforeEach(() => {
  writeFileSync(
    join(stack, 'prometheus.yml'),
    'scrape_configs:\n  - job_name: itself\n    static_configs:\n      - targets: [nobody:9090]\n',
  );
});
afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

/** Runs a command and takes what it prints. */
async function cli(...argv: string[]): Promise<{ exitCode: number; out: string; err: string }> {
  let err = '';
  printed = '';
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((err += String(text))));
  try {
    const exitCode = await main(argv);
    return { exitCode, out: printed, err };
  } finally {
    spy.mockRestore();
  }
}

describe('check prints', () => {
  test.each([
    ['json', /^\{\n {2}"schema_version": 1/],
    ['sarif', /^\{\n {2}"\$schema": "https:\/\/json\.schemastore\.org\/sarif-2\.1\.0\.json"/],
    ['junit', /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="scrapegate" tests="\d+" failures="1"/],
    ['github', /^::error file=.*prometheus\.yml,line=4,endLine=4,col=19,endColumn=30,title=stack\//],
  ])('%s, and nothing beside it', async (format, start) => {
    const { exitCode, out, err } = await cli('check', stack, '--format', format);
    expect(out).toMatch(start);
    expect([exitCode, err]).toEqual([1, '']);
  });

  test.each([
    ['json', /"code": "settings\/invalid"/],
    ['sarif', /"executionSuccessful": false/],
    ['junit', /<error message="--timeout is &quot;soon&quot;, expected a duration/],
    ['github', /^::error title=scrapegate::--timeout is "soon"/],
  ])('a refusal as %s too', async (format, part) => {
    const { exitCode, out, err } = await cli('check', stack, '--format', format, '--timeout', 'soon');
    expect(out).toMatch(part);
    expect(err).toMatch(/^scrapegate: --timeout is "soon"/);
    expect(exitCode).toBe(2);
  });
});

test('check shows notices when they decide, and counts them otherwise', async () => {
  const settings = join(directory, 'settings.yml');
  const ignores = ['stack/target-unknown-service', 'compose/no-image'];
  writeFileSync(settings, `ignore: [${ignores.map((code) => `{code: ${code}, reason: x}`).join(', ')}]\n`);
  const counted = await cli('check', stack, '--settings', settings);
  expect(counted.out).toMatch(/^PASS healthy: 1 notice \(see --notices\), 1 suppressed in 2 files/);
  const shown = await cli('check', stack, '--settings', settings, '--fail-on-severity', 'notice');
  expect(shown.out).toMatch(/^notice\[suppression\/unused\] .*"compose\/no-image".*\n.*settings\.yml:1:/);
  expect([counted.exitCode, shown.exitCode]).toEqual([0, 1]);
  const asked = await cli('check', stack, '--settings', settings, '--notices');
  expect(asked.out).toMatch(/^notice\[suppression\/unused\] [^]*\nPASS healthy: 1 notice, 1 suppressed in 2 files/);
  expect(asked.exitCode).toBe(0);
});

describe('a baseline', () => {
  test('is written by check, makes it pass, and does not hide what is new', async () => {
    const file = join(directory, 'known.json');
    expect((await cli('check', stack, '--baseline', file)).err).toContain('cannot be read: missing');
    const written = await cli('check', stack, '--baseline', file, '--write-baseline');
    expect(written.out).toMatch(new RegExp(`^PASS healthy: .*suppressed.*\\nbaseline: ${file}\\n$`));
    const before = readFileSync(file, 'utf8');
    expect((await cli('check', stack, '--baseline', file)).exitCode).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(before);
    writeFileSync(
      join(stack, 'prometheus.yml'),
      'scrape_configs:\n  - job_name: itself\n    static_configs:\n      - targets: [other:9090]\n',
    );
    expect((await cli('check', stack, '--baseline', file)).exitCode).toBe(1);
    expect(readdirSync(directory).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  test('is left as it is when the command is wrong or cannot judge', async () => {
    const file = join(directory, 'kept.json');
    writeFileSync(file, 'mine');
    const write = ['--baseline', file, '--write-baseline'];
    expect((await cli('check', stack, ...write, '--timeout', 'soon')).exitCode).toBe(2);
    expect((await cli('check', join(directory, 'nowhere'), ...write)).exitCode).toBe(2);
    expect((await cli('check', stack, ...write, '--prometheus-service', 'nobody')).exitCode).toBe(2);
    expect((await cli('gate', stack, ...write, '--report-dir', join(directory, 'r'))).exitCode).toBe(2);
    expect((await cli('check', stack, '--write-baseline')).err).toContain('--write-baseline needs the file to write');
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});

test('a gate writes SARIF and JUnit beside its report', () => {
  const place = join(directory, 'report');
  const written = writeReport({ report: SAMPLE, sources: new Map(), exitCode: 1 }, place);
  expect(readdirSync(place).sort()).toEqual([
    'junit.xml',
    'report.html',
    'report.json',
    'scrapegate.sarif',
    'summary.md',
  ]);
  expect(readFileSync(written.sarif, 'utf8')).toContain('"version": "2.1.0"');
  expect(readFileSync(written.junit, 'utf8')).toContain('name="expected targets"');
});

describe('writing atomically', () => {
  test('keeps a link, and the old file when the new one cannot be written', () => {
    const target = join(directory, 'real.json');
    const link = join(directory, 'link.json');
    writeFileSync(target, 'old');
    symlinkSync(target, link);
    writeAtomically(link, 'new');
    expect(readFileSync(target, 'utf8')).toBe('new');
    expect(() => {
      writeAtomically(join(target, 'below-a-file'), 'x');
    }).toThrow(EnvironmentError);
    expect(() => {
      writeAtomically(stack, 'x');
    }).toThrow(/cannot be written/);
    expect(readdirSync(directory).filter((name) => name.includes('.tmp'))).toEqual([]);
  });
});

test('the top of a repository is the nearest directory above that has .git', () => {
  const deep = join(directory, 'repo', 'a', 'b');
  mkdirSync(deep, { recursive: true });
  expect(repositoryRoot(deep)).toBe(deep);
  writeFileSync(join(directory, 'repo', '.git'), 'gitdir: elsewhere\n');
  expect(repositoryRoot(deep)).toBe(join(directory, 'repo'));
});
