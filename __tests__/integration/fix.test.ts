import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { FIXTURES } from '../fakes/rule-fixtures.js';

const CLI = resolve('dist/cli/index.js');
let workspace: string;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'scrapegate-mend-'));
});
afterEach(() => {
  chmodSync(workspace, 0o755);
  rmSync(workspace, { recursive: true, force: true });
});

function run(program: string, args: readonly string[], input = '', options: { cwd?: string; uid?: number } = {}) {
  const env = { ...process.env, NODE_OPTIONS: '', HOME: workspace };
  return spawnSync(program, args, { cwd: workspace, encoding: 'utf8', input, env, ...options });
}
const scrapegate = (...args: string[]) => run(process.execPath, [CLI, ...args]);

/** Every file below a directory by its path. */
function filesBelow(directory: string): Record<string, string> {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.sort().map((path) => [relative(directory, path), readFileSync(path, 'utf8')]));
}

/** The bad cases that have a fix. */
const MENDABLE = readdirSync(FIXTURES).flatMap((family) =>
  readdirSync(join(FIXTURES, family)).flatMap((name) =>
    readdirSync(join(FIXTURES, family, name))
      .filter((one) => one.startsWith('fixed'))
      .map((one) => join(family, name, one.replace('fixed', 'bad'))),
  ),
);

/** A dozen of them, spread over the families: each takes half a second. */
const CASES = MENDABLE.filter((_, index) => index % Math.ceil(MENDABLE.length / 12) === 0);

/** Copies the cases into one directory, as a repository with many stacks. */
function copyCases(directory: string, change: (text: string) => string): void {
  for (const name of CASES) {
    const to = join(directory, name);
    cpSync(join(FIXTURES, name), to, { recursive: true });
    for (const [path, text] of Object.entries(filesBelow(to))) writeFileSync(join(to, path), change(text));
  }
}

describe('the diff of a dry run', () => {
  test.each([
    ['as it is', (text: string) => text],
    ['with the line breaks of Windows, and none at the end', (text: string) => text.trimEnd().replaceAll('\n', '\r\n')],
  ])(
    'is what git and patch make of a file %s',
    (_, change) => {
      const places = { fixed: join(workspace, 'fixed'), git: join(workspace, 'git'), patch: join(workspace, 'patch') };
      for (const place of Object.values(places)) copyCases(place, change);
      const before = filesBelow(places.fixed);
      for (const name of CASES) {
        // A lone file is named; a stack is found by its compose file.
        const stack = Object.keys(filesBelow(join(places.fixed, name))).some((path) =>
          /^(?:docker-)?compose\.ya?ml$/.test(path),
        );
        const names = Object.keys(filesBelow(join(places.fixed, name))).filter((path) =>
          /\.(?:ya?ml|json)$/.test(path),
        );
        const what = stack ? ['.'] : names;
        const cli = (place: string, ...flags: string[]) =>
          run(process.execPath, [CLI, 'check', ...what, '--fix', '--suggestions', ...flags], '', {
            cwd: join(place, name),
          });
        const diff = cli(places.git, '--dry-run').stdout;
        expect(diff).toMatch(/^--- a\//);
        const git = run('git', ['apply', '--verbose', '-'], diff, { cwd: join(places.git, name) });
        expect([git.stderr, git.status]).toEqual([expect.any(String), 0]);
        const patch = run('patch', ['--binary', '-p1', '--fuzz=0', '--no-backup-if-mismatch'], diff, {
          cwd: join(places.patch, name),
        });
        expect([patch.stdout + patch.stderr, patch.status]).toEqual([expect.not.stringContaining('offset'), 0]);
        cli(places.fixed);
      }
      expect(filesBelow(places.fixed)).not.toEqual(before);
      expect(filesBelow(places.git)).toEqual(filesBelow(places.fixed));
      expect(filesBelow(places.patch)).toEqual(filesBelow(places.fixed));
    },
    120_000,
  );
});

test('a directory that cannot be written is one clear error, and nothing is half-written', () => {
  const nobody = 65534;
  const stack = join(workspace, 'stack');
  mkdirSync(stack);
  chmodSync(workspace, 0o755);
  const files = {
    'prometheus.yml': 'scrape_config:\n  - {job_name: a, static_configs: [{targets: ["b:1"]}]}\n',
    'closed/rules.yml': 'groups:\n  - {name: a, rule: []}\n',
  };
  mkdirSync(join(stack, 'closed'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(stack, path), text);
  const asOther = process.getuid?.() === 0;
  if (asOther) for (const path of ['', ...Object.keys(files), 'closed']) chownSync(join(stack, path), nobody, nobody);
  chmodSync(join(stack, 'closed'), 0o555);
  const args = [CLI, 'check', 'stack/prometheus.yml', 'stack/closed/rules.yml', '--fix'];
  const { status, stderr, stdout } = run(process.execPath, args, '', asOther ? { uid: nobody } : {});
  expect(stderr).toMatch(/^scrapegate: ".*closed\/rules\.yml" cannot be written \(EACCES: .*\)\n$/);
  expect([status, stdout]).toEqual([3, '']);
  expect(filesBelow(stack)).toEqual(files);
});

test('explain finds the pages beside the bundle', () => {
  const { stdout, status } = scrapegate('explain', 'stack/target-localhost');
  expect(stdout).toBe(readFileSync('docs/rules/stack/target-localhost.md', 'utf8'));
  expect(status).toBe(0);
  const alone = join(workspace, 'alone', 'cli');
  cpSync(resolve('dist/cli'), alone, { recursive: true });
  writeFileSync(join(workspace, 'package.json'), '{"type":"module"}');
  const fallback = run(process.execPath, [join(alone, 'index.js'), 'explain', 'stack/target-localhost']);
  expect(fallback.stdout).toMatch(/^# stack\/target-localhost\n[^]*\nhttps:\/\//);
  expect(fallback.status).toBe(0);
});
