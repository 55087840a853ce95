import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits, type PlacedEdit } from '../../src/fix/edit-list.js';
import { composeOrigins, lineOrigins, splitLines } from '../../src/fix/line-origins.js';
import { unifiedDiff } from '../../src/fix/unified-diff.js';

/** Reads a unified diff as `patch` does, without any leniency: every context line and every count has to be right. */
function patched(before: string, diff: string): string {
  const old = splitLines(before);
  const lines = diff.split('\n').slice(2, -1);
  const result: string[] = [];
  let at = 0;
  for (let index = 0; index < lines.length;) {
    const header = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@$/.exec(lines[index++] ?? '');
    if (!header) throw new Error(`no hunk: ${lines[index - 1] ?? ''}`);
    const [from, count, newFrom, newCount] = header.slice(1).map(Number) as [number, number, number, number];
    const start = count === 0 ? from : from - 1;
    while (at < start) result.push(old[at++] ?? '');
    expect(newCount === 0 ? newFrom : newFrom - 1).toBe(result.length);
    const [oldEnd, newEnd] = [at + count, result.length + newCount];
    while (at < oldEnd || result.length < newEnd) {
      const line = lines[index++] ?? '';
      const open = lines[index]?.startsWith('\\') === true;
      if (open) index++;
      const text = open ? line.slice(1) : `${line.slice(1)}\n`;
      if (line.startsWith(' ') || line.startsWith('-')) expect(text).toBe(old[at++]);
      if (line.startsWith(' ') || line.startsWith('+')) result.push(text);
      if (!/^[-+ ]/.test(line)) throw new Error(`no line of a hunk: ${line}`);
    }
    expect([at, result.length]).toEqual([oldEnd, newEnd]);
  }
  return result.join('') + old.slice(at).join('');
}

const diffOf = (before: string, edits: readonly PlacedEdit[], path = 'f.yml'): string =>
  unifiedDiff(path, before, applyEdits(before, edits), lineOrigins(before, edits));

const numbered = Array.from({ length: 20 }, (_, line) => `line ${String(line + 1)}\n`).join('');
const replacing = (text: string, part: string, fresh: string): PlacedEdit => {
  const start = text.indexOf(part);
  return { start, end: start + part.length, text: fresh };
};

describe('a unified diff', () => {
  test('has three lines of context, and one hunk where they meet', () => {
    const edits = [
      replacing(numbered, 'line 2\n', 'two\n'),
      replacing(numbered, 'line 9\n', ''),
      replacing(numbered, 'line 18', 'eighteen'),
    ];
    expect(diffOf(numbered, edits)).toBe(
      '--- a/f.yml\n+++ b/f.yml\n' +
        '@@ -1,12 +1,11 @@\n line 1\n-line 2\n+two\n line 3\n line 4\n line 5\n line 6\n line 7\n line 8\n-line 9\n line 10\n line 11\n line 12\n' +
        '@@ -15,6 +14,6 @@\n line 15\n line 16\n line 17\n-line 18\n+eighteen\n line 19\n line 20\n',
    );
  });

  test('tells where a file ends without a line break', () => {
    expect(diffOf('a\nb', [{ start: 2, end: 3, text: 'c\n' }])).toBe(
      '--- a/f.yml\n+++ b/f.yml\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n',
    );
    expect(diffOf('a\n', [{ start: 2, end: 2, text: 'b' }])).toContain(' a\n+b\n\\ No newline at end of file\n');
  });

  test('names an empty side by the line before it', () => {
    expect(diffOf('', [{ start: 0, end: 0, text: 'a\n' }])).toContain('@@ -0,0 +1,1 @@\n+a\n');
    expect(diffOf('a\n', [{ start: 0, end: 2, text: '' }])).toContain('@@ -1,1 +0,0 @@\n-a\n');
  });

  test('writes names as git does', () => {
    const edits = [{ start: 0, end: 1, text: 'b' }];
    expect(diffOf('a\n', edits, 'my file.yml')).toMatch(/^--- a\/my file\.yml\t\n\+\+\+ b\/my file\.yml\t\n/);
    expect(diffOf('a\n', edits, 'a"\u0007b\n')).toMatch(/^--- "a\/a\\"\\007b\\n"\n/);
  });

  test('is empty when a second change takes the first one back', () => {
    const first = lineOrigins('a\nb\n', [{ start: 2, end: 3, text: 'x' }]);
    const second = lineOrigins('a\nx\n', [{ start: 2, end: 3, text: 'b' }]);
    expect(unifiedDiff('f', 'a\nb\n', 'a\nb\n', composeOrigins(first, second))).toBe('');
  });

  test('applied by an independent reader gives the new text, over two rounds of edits', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\n', '\r\n', ' '), maxLength: 60 });
    const draft = fc.array(
      fc.tuple(fc.nat(100), fc.nat(12), fc.string({ unit: fc.constantFrom('x', '\n'), maxLength: 6 })),
      { maxLength: 6 },
    );
    const placed = (on: string, list: readonly (readonly [number, number, string])[]): PlacedEdit[] => {
      let from = 0;
      return list.flatMap(([skip, length, fresh]): PlacedEdit[] => {
        const start = from + (skip % 20);
        if (start > on.length) return [];
        const end = Math.min(on.length, start + length);
        from = end + 1;
        return [{ start, end, text: fresh }];
      });
    };
    fc.assert(
      fc.property(text, draft, draft, (before, one, two) => {
        const first = placed(before, one);
        const middle = applyEdits(before, first);
        const second = placed(middle, two);
        const after = applyEdits(middle, second);
        const origins = composeOrigins(lineOrigins(before, first), lineOrigins(middle, second));
        expect(origins).toHaveLength(splitLines(after).length);
        const diff = unifiedDiff('f', before, after, origins);
        expect(diff === '').toBe(before === after);
        expect(diff === '' ? before : patched(before, diff)).toBe(after);
      }),
      { numRuns: 2000, seed: 12 },
    );
  });
});
