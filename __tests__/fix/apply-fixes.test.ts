import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyFixes } from '../../src/fix/apply-fixes.js';
import type { Finding, Fix, Position, Severity, TextEdit } from '../../src/model/finding.js';
import { finding } from '../report/sample-report.js';

/** The position of an offset by counting: slow and plain, to hold the real one against. */
function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

function edit(text: string, start: number, end: number, replacement: string, file = 'f.yml'): TextEdit {
  const location = { file, start: positionOf(text, start), end: positionOf(text, end) };
  return { location, replaces: text.slice(start, end), text: replacement };
}

/** An edit of the one place at which a part stands. */
function instead(text: string, part: string, replacement: string, file = 'f.yml'): TextEdit {
  const start = text.indexOf(part);
  return edit(text, start, start + part.length, replacement, file);
}

function mendable(
  edits: readonly TextEdit[],
  rest: { safety?: Fix['safety']; severity?: Severity; message?: string } = {},
): Finding {
  const { safety = 'safe', severity = 'error', message = 'm' } = rest;
  const [first] = edits;
  const place = first ? { location: first.location } : {};
  return finding({ severity, message, ...place, fix: { safety, title: 'mend', edits } });
}

const apply = (text: string, findings: readonly Finding[], suggestions = false) => {
  const { changes, applied, skipped } = applyFixes(findings, new Map([['f.yml', text]]), { suggestions });
  const why = skipped.map((one) => `${one.finding.message}: ${one.why}`);
  return { text: changes[0]?.after ?? text, applied: applied.map(({ message }) => message), why };
};

const TEXT = 'a: one\nb: two\nc: three\n';

describe('the fixes of findings', () => {
  test('are applied where they belong, whatever their order in the text', () => {
    const later = mendable([instead(TEXT, 'three', '3')]);
    const earlier = mendable([instead(TEXT, 'one', '1')], { severity: 'notice' });
    expect(apply(TEXT, [later, earlier]).text).toBe('a: 1\nb: two\nc: 3\n');
  });

  test('are applied as a whole or not at all', () => {
    const both = mendable([instead(TEXT, 'one', '1'), { ...instead(TEXT, 'two', '2'), replaces: 'tow' }]);
    expect(apply(TEXT, [both])).toEqual({ text: TEXT, applied: [], why: ['m: changed'] });
  });

  test('yield to the fix of a worse finding that changes the same place', () => {
    const warning = mendable([instead(TEXT, 'b: two', 'b: 2')], { severity: 'warning', message: 'w' });
    const error = mendable([instead(TEXT, 'two\nc', 'TWO\nc')], { message: 'e' });
    const result = { text: 'a: one\nb: TWO\nc: three\n', applied: ['e'], why: ['w: overlap'] };
    expect(apply(TEXT, [warning, error])).toEqual(result);
    expect(apply(TEXT, [error, warning])).toEqual(result);
  });

  test('that are the same edit mend both findings', () => {
    const one = instead(TEXT, 'two', '2');
    const findings = [mendable([one], { message: 'x' }), mendable([one, instead(TEXT, 'one', '1')], { message: 'y' })];
    expect(apply(TEXT, findings)).toEqual({ text: 'a: 1\nb: 2\nc: three\n', applied: ['x', 'y'], why: [] });
  });

  test('that insert at one place, or touch it, are not mixed', () => {
    const insert = (text: string, message: string) => mendable([edit(TEXT, 7, 7, text)], { message });
    expect(apply(TEXT, [insert('x: 1\n', 'x'), insert('y: 1\n', 'y')])).toEqual({
      text: 'a: one\nx: 1\nb: two\nc: three\n',
      applied: ['x'],
      why: ['y: overlap'],
    });
  });

  test('that overlap themselves, change nothing, or are of another file are left out', () => {
    const twice = mendable([instead(TEXT, 'one\nb', 'x'), instead(TEXT, 'b: two', 'y')], { message: 'twice' });
    const nothing = mendable([instead(TEXT, 'one', 'one')], { message: 'nothing' });
    const elsewhere = mendable([instead(TEXT, 'one', '1', 'g.yml')], { message: 'elsewhere' });
    const beyond = mendable([{ ...instead(TEXT, 'one', '1'), replaces: '' }], { message: 'beyond' });
    expect(apply(TEXT, [twice, nothing, elsewhere, beyond]).why.sort()).toEqual([
      'beyond: changed',
      'elsewhere: no-file',
      'nothing: no-effect',
      'twice: overlap',
    ]);
  });

  test('that are only suggested wait until they are asked for', () => {
    const suggested = mendable([instead(TEXT, 'two', '2')], { safety: 'suggested' });
    expect(apply(TEXT, [suggested])).toEqual({ text: TEXT, applied: [], why: ['m: suggested'] });
    expect(apply(TEXT, [suggested], true).text).toBe('a: one\nb: 2\nc: three\n');
  });

  test('leave a file alone that is not to be written, and write a file of two names once', () => {
    const texts = new Map([
      ['f.yml', TEXT],
      ['link.yml', TEXT],
    ]);
    const findings = [mendable([instead(TEXT, 'one', '1', 'link.yml')]), mendable([instead(TEXT, 'two', '2')])];
    const nameOf = (): string => 'f.yml';
    const { changes } = applyFixes(findings, texts, { suggestions: false, nameOf });
    expect(changes.map(({ path, after }) => [path, after])).toEqual([['f.yml', 'a: 1\nb: 2\nc: three\n']]);
    const never = applyFixes(findings, texts, { suggestions: false, nameOf: () => undefined });
    expect([never.changes, never.skipped.map(({ why }) => why)]).toEqual([[], ['no-file', 'no-file']]);
  });

  test('keep the line breaks of the file', () => {
    const crlf = TEXT.replaceAll('\n', '\r\n');
    const findings = [
      mendable([edit(crlf, 3, 6, 'x\n  y: 1')]),
      mendable([edit(crlf, crlf.length, crlf.length, 'd: 4\n')]),
    ];
    expect(apply(crlf, findings).text).toBe('a: x\r\n  y: 1\r\nb: two\r\nc: three\r\nd: 4\r\n');
  });

  test('count columns in UTF-16 code units', () => {
    const text = 'a: "😀" # ü\nb: "😀 old"\n';
    expect(apply(text, [mendable([instead(text, 'old', 'new')])]).text).toBe('a: "😀" # ü\nb: "😀 new"\n');
  });
});

/** The next severity of an endless stream. */
function worth(dice: Iterator<Severity, unknown>): Severity {
  const { value, done } = dice.next();
  return done === true ? 'error' : value;
}

test('edits that do not touch give what cutting and pasting from the end gives', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '😀'), maxLength: 8 });
  const parts = fc.array(fc.record({ keep: word, old: word, fresh: word }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(parts, fc.infiniteStream(fc.constantFrom<Severity>('error', 'warning', 'notice')), (list, dice) => {
      // A character between two edits keeps them apart.
      const text = list.map(({ keep, old }) => `${keep}.${old}`).join('');
      let at = 0;
      const edits = list.map(({ keep, old, fresh }) => {
        const start = at + keep.length + 1;
        at = start + old.length;
        return { start, end: at, fresh };
      });
      const real = edits.filter(({ start, end, fresh }) => text.slice(start, end) !== fresh);
      const findings = real.map(({ start, end, fresh }) =>
        mendable([edit(text, start, end, fresh)], { severity: worth(dice) }),
      );
      const expected = [...real]
        .reverse()
        .reduce((done, { start, end, fresh }) => done.slice(0, start) + fresh + done.slice(end), text);
      expect(apply(text, findings)).toMatchObject({ text: expected, why: [] });
    }),
    { numRuns: 500, seed: 11 },
  );
});
