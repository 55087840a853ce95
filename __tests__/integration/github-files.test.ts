import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from '@actions/languageservice';
import { describe, expect, test } from '@jest/globals';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { load } from 'js-yaml';

const WORKFLOWS = '.github/workflows';
const document = (path: string): TextDocument =>
  TextDocument.create(`file:///${path}`, 'yaml', 1, readFileSync(path, 'utf8'));
const problems = (found: Awaited<ReturnType<typeof validate>>): string[] =>
  found.map(
    ({ message, range }) =>
      `line ${String(range.start.line + 1)}: ${typeof message === 'string' ? message : message.value}`,
  );

describe("GitHub's own language service accepts", () => {
  test.each(readdirSync(WORKFLOWS))('workflow %s', async (name) => {
    expect(problems(await validate(document(join(WORKFLOWS, name))))).toEqual([]);
  });

  test('action.yml', async () => {
    expect(problems(await validate(document('action.yml')))).toEqual([]);
  });
});

test('the language service does find faults', async () => {
  const broken = TextDocument.create(
    'file:///broken.yml',
    'yaml',
    1,
    'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    stepz: []\n',
  );
  expect(problems(await validate(broken))).not.toEqual([]);
});

test('every action that a workflow uses is pinned to a full commit', () => {
  for (const name of readdirSync(WORKFLOWS)) {
    const uses = [...readFileSync(join(WORKFLOWS, name), 'utf8').matchAll(/uses: +(\S+)/g)].map(
      ([, used]) => used ?? '',
    );
    for (const used of uses.filter((one) => !one.startsWith('./'))) expect(used).toMatch(/@[0-9a-f]{40}$/);
  }
});

test('the action runs on node24 from files that are committed', () => {
  const { runs } = load(readFileSync('action.yml', 'utf8')) as { runs: Record<string, string> };
  expect(runs).toMatchObject({ using: 'node24', 'post-if': 'always()' });
  for (const file of [runs['main'], runs['post']])
    expect(readFileSync(file ?? '', 'utf8').length).toBeGreaterThan(1000);
});
