import { describe, expect, test } from '@jest/globals';
import { mend } from '../src/mend.js';
import type { Finding } from '../src/model/finding.js';
import type { RunResult } from '../src/run.js';
import { SAMPLE, finding } from './report/sample-report.js';

/** A check that finds what a function says about the text of one file. */
const checkOf =
  (judge: (text: string) => readonly Finding[], start = 'a') =>
  (texts: ReadonlyMap<string, string>): Promise<RunResult> => {
    const text = texts.get('f.yml') ?? start;
    const report = { ...SAMPLE, findings: judge(text) };
    return Promise.resolve({ report, sources: new Map([['f.yml', text]]), exitCode: 1 });
  };

/** A finding whose fix makes another text of the whole file. */
function turning(text: string, into: string): Finding {
  const location = { file: 'f.yml', start: { line: 1, column: 1 }, end: { line: 1, column: text.length + 1 } };
  return finding({
    message: `${text} is wrong`,
    location,
    fix: { safety: 'safe', title: into, edits: [{ location, replaces: text, text: into }] },
  });
}

describe('mending', () => {
  test('goes on while one fix uncovers another', async () => {
    const next: Readonly<Record<string, string>> = { a: 'b', b: 'c' };
    const { files, fixed, unfinished, after } = await mend(
      checkOf((text) => (next[text] === undefined ? [] : [turning(text, next[text])])),
      { suggestions: false },
    );
    expect(files.map(({ before, after: mended }) => [before, mended])).toEqual([['a', 'c']]);
    expect(fixed.map(({ message }) => message)).toEqual(['a is wrong', 'b is wrong']);
    expect([unfinished, after.report.findings]).toEqual([false, []]);
  });

  test('stops after three rounds and says that it is not done', async () => {
    const { files, fixed, unfinished } = await mend(
      checkOf((text) => [turning(text, `${text}a`)]),
      { suggestions: false },
    );
    expect(files.map(({ after }) => after)).toEqual(['aaaa']);
    expect([fixed.length, unfinished]).toEqual([3, true]);
  });

  test('refuses a fix that breaks a file', async () => {
    const location = { file: 'f.yml', start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
    const broken = finding({ code: 'yaml/syntax', stage: 'load', location });
    const check = checkOf((text) => [text === 'a' ? turning('a', 'b') : broken]);
    await expect(mend(check, { suggestions: false })).rejects.toThrow('the fixes would break "f.yml"');
  });
});
