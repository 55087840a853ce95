import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { replaceTogether } from '../../src/adapters/write-atomically.js';
import type { Report } from '../../src/model/report.js';

let printed = '';
jest.unstable_mockModule('../../src/adapters/standard-output.js', () => ({
  isTerminal: () => false,
  writeToStdout: (text: string) => (printed += text),
}));
const { main } = await import('../../src/entry/cli-main.js');

/** Two keys are misspelt, which has a safe fix; the receiver has a suggested one. */
const FILES = {
  'compose.yml': `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml"]
  alertmanager:
    image: prom/alertmanager:v0.28.1
    volumes: ["./alertmanager.yml:/etc/alertmanager/alertmanager.yml"]
`,
  'prometheus.yml': `scrape_configs:
  - job_name: itself # ours
    scrape_intervall:   5s   # often
    static_configs:
      - targets: [localhost:9090]
`,
  'alertmanager.yml': `route: {receiver: teem}
receivers:
  - name: team
    slack_config: []
`,
};
type Name = keyof typeof FILES;

let stack: string;
const path = (name: Name): string => join(stack, name);
const text = (name: Name): string => readFileSync(path(name), 'utf8');
const texts = (): Record<string, string> =>
  Object.fromEntries(Object.keys(FILES).map((name) => [name, text(name as Name)]));
const MENDED = {
  ...FILES,
  'prometheus.yml': FILES['prometheus.yml'].replace('scrape_intervall:', 'scrape_interval:'),
  'alertmanager.yml': FILES['alertmanager.yml'].replace('slack_config:', 'slack_configs:'),
};

beforeEach(() => {
  stack = mkdtempSync(join(tmpdir(), 'scrapegate-fix-'));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(stack, name), content);
});
afterEach(() => {
  rmSync(stack, { recursive: true, force: true });
});

async function cli(...argv: string[]): Promise<{ exitCode: number; out: string; err: string }> {
  let err = '';
  printed = '';
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((said) => Boolean((err += String(said))));
  try {
    return { exitCode: await main(argv), out: printed, err };
  } finally {
    spy.mockRestore();
  }
}

/** Checks the two files alone, so that what else is said about the stack does not matter here. */
const check = (...flags: string[]) => cli('check', path('prometheus.yml'), path('alertmanager.yml'), ...flags);

describe('check --fix', () => {
  test('mends what is safe, keeps comments and layout, and checks again', async () => {
    const { exitCode, out, err } = await check('--fix');
    expect(texts()).toEqual(MENDED);
    expect(err).toBe('');
    expect(out).toMatch(/^error\[alertmanager\/undefined-receiver\] /);
    expect(out).not.toContain('unknown-key]');
    expect(out).toMatch(
      /\nfixed .*prometheus\.yml:3:5 prometheus\/unknown-key: write "scrape_interval" in place of "scrape_intervall"\n/,
    );
    expect(out).toMatch(/\nfixed 2 findings in 2 files; 1 suggestion with --suggestions\n$/);
    expect(exitCode).toBe(1);
    expect(readdirSync(stack).sort()).toEqual(Object.keys(FILES).sort());
  });

  test('finds nothing more to mend the second time', async () => {
    await check('--fix');
    const written = statSync(path('prometheus.yml')).mtimeMs;
    const { out } = await check('--fix');
    expect(out).toMatch(/\nnothing to fix; 1 suggestion with --suggestions\n$/);
    expect(statSync(path('prometheus.yml')).mtimeMs).toBe(written);
    expect(texts()).toEqual(MENDED);
  });

  test('applies suggestions only on request', async () => {
    const { exitCode, out } = await check('--fix', '--suggestions');
    expect(text('alertmanager.yml')).toContain('{receiver: team}');
    expect(out).toMatch(/\nfixed 3 findings in 2 files\n$/);
    expect(exitCode).toBe(0);
  });

  test('as a dry run writes nothing and prints what git takes', async () => {
    const { exitCode, out, err } = await check('--fix', '--dry-run');
    expect(texts()).toEqual(FILES);
    expect(out).toMatch(/^--- a\/.*alertmanager\.yml\n\+\+\+ b\/.*alertmanager\.yml\n@@ -1,4 \+1,4 @@\n/);
    expect(out).toContain('\n-    scrape_intervall:   5s   # often\n+    scrape_interval:   5s   # often\n');
    expect(err).toMatch(/^would fix .*\nwould fix 2 findings in 2 files; 1 suggestion with --suggestions\n$/s);
    expect(exitCode).toBe(1);
  });

  test('as a dry run in a workflow lets no line of a file be taken for a command', async () => {
    const label = 'global:\n  external_labels:\n    site: |\n      ::error::injected\n';
    writeFileSync(path('prometheus.yml'), label + FILES['prometheus.yml']);
    const before = process.env['GITHUB_ACTIONS'];
    process.env['GITHUB_ACTIONS'] = 'true';
    try {
      const lines = (await check('--fix', '--dry-run')).out.trimEnd().split('\n');
      const token = /^::stop-commands::(.+)$/.exec(lines[0] ?? '')?.[1] ?? '';
      expect(lines.at(-1)).toBe(`::${token}::`);
      expect(lines).toContain('       ::error::injected');
      writeFileSync(path('prometheus.yml'), FILES['prometheus.yml']);
      // Nothing to keep from the runner, nothing around the patch.
      expect((await check('--fix', '--dry-run')).out).toMatch(/^--- a/);
    } finally {
      if (before === undefined) delete process.env['GITHUB_ACTIONS'];
      else process.env['GITHUB_ACTIONS'] = before;
    }
  });

  test('leaves machines their format', async () => {
    const { out, err } = await check('--fix', '--dry-run', '--format', 'json');
    const codes = (JSON.parse(out) as Report).findings.map(({ code, fix }) => [code, fix?.safety]);
    expect(codes).toEqual(expect.arrayContaining([['prometheus/unknown-key', 'safe']]));
    expect(err).toContain('would fix 2 findings');
    const mended = await check('--fix', '--format', 'github');
    expect(mended.out).toMatch(/^::error file=[^\n]*undefined-receiver::[^\n]*\n[^\n]*\n?FAIL/s);
    expect(mended.out).not.toContain('unknown-key');
    expect(texts()).toEqual(MENDED);
  });

  test('keeps line breaks, a byte order mark, the mode, the owner and a link', async () => {
    const real = join(stack, 'real', 'p.yml');
    mkdirSync(dirname(real));
    const crlf = `\ufeff${FILES['prometheus.yml'].replaceAll('\n', '\r\n')}`;
    writeFileSync(real, crlf);
    chmodSync(real, 0o640);
    const root = process.getuid?.() === 0;
    if (root) chownSync(real, 1234, 2345);
    rmSync(path('prometheus.yml'));
    symlinkSync('real/p.yml', path('prometheus.yml'));
    await cli('check', stack, '--fix');
    expect(readFileSync(real, 'utf8')).toBe(crlf.replace('intervall', 'interval'));
    expect(lstatSync(path('prometheus.yml')).isSymbolicLink()).toBe(true);
    const { mode, uid, gid } = statSync(real);
    expect(mode & 0o7777).toBe(0o640);
    if (root) expect([uid, gid]).toEqual([1234, 2345]);
    expect(readdirSync(dirname(real))).toEqual(['p.yml']);
  });

  test('mends a configuration that stands inside the compose file', async () => {
    const [head = '', ...rest] = FILES['prometheus.yml'].trimEnd().split('\n');
    const inline = [head, ...rest].map((line) => `      ${line}`).join('\n');
    const compose = `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    configs: [{source: p, target: /etc/prometheus/prometheus.yml}]
configs:
  p:
    content: |
${inline}
`;
    for (const name of Object.keys(FILES)) rmSync(join(stack, name));
    writeFileSync(path('compose.yml'), compose);
    const { exitCode } = await cli('check', stack, '--fix');
    expect(text('compose.yml')).toBe(compose.replace('intervall', 'interval'));
    expect(exitCode).toBe(0);
  });

  test('writes no file outside of the repository', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'scrapegate-outside-'));
    try {
      writeFileSync(join(outside, 'p.yml'), FILES['prometheus.yml']);
      rmSync(path('prometheus.yml'));
      symlinkSync(join(outside, 'p.yml'), path('prometheus.yml'));
      const { out } = await cli('check', stack, '--fix');
      expect(readFileSync(join(outside, 'p.yml'), 'utf8')).toBe(FILES['prometheus.yml']);
      expect(out).toMatch(
        /\nnot fixed .*prometheus\.yml:3:5 .*: the file is read-only, outside of the repository, or none\n/,
      );
      expect(out).toMatch(/\nfixed 1 finding in 1 file; /);
    } finally {
      rmSync(outside, { recursive: true, force: true });
    }
  });

  test('has nothing to do where nothing can be judged', async () => {
    expect((await cli('check', join(stack, 'none'), '--fix')).exitCode).toBe(2);
    expect((await check('--fix', '--timeout', 'soon')).exitCode).toBe(2);
    expect(texts()).toEqual(FILES);
  });
});

describe('files that are replaced together', () => {
  const change = (name: Name, before: string = FILES[name]) => ({ path: path(name), before, after: 'new' });

  test('are all written, or none when one has changed meanwhile', () => {
    expect(() => {
      replaceTogether([change('prometheus.yml'), change('alertmanager.yml', 'something else')]);
    }).toThrow(/alertmanager\.yml" cannot be written \(it has changed meanwhile; run the command again\)/);
    expect(texts()).toEqual(FILES);
    expect(readdirSync(stack).sort()).toEqual(Object.keys(FILES).sort());
    replaceTogether([change('prometheus.yml'), change('alertmanager.yml')]);
    expect([text('prometheus.yml'), text('alertmanager.yml')]).toEqual(['new', 'new']);
  });
});
