import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/model/finding.js';
import { linesOf } from '../../src/model/lines.js';
import { applyBaseline, baselineOf, parseBaseline, renderBaseline } from '../../src/suppress/baseline.js';
import type { Evidence } from '../../src/suppress/held.js';
import { finding } from '../report/sample-report.js';

const CHECK: Evidence = { command: 'check', allRead: true, provable: true };
const at = (line: number, message: string, rest: Partial<Finding> = {}): Finding =>
  finding({
    code: 'stack/target-localhost',
    stage: 'check',
    message,
    location: { file: 'a/p.yml', start: { line, column: 1 }, end: { line, column: 2 } },
    ...rest,
  });
const place = (text: string, shown = 'base.json') => ({
  shown,
  workingDirectory: '/repo',
  lineOf: linesOf(new Map([['a/p.yml', text]])),
});
const text = 'one\ntwo\nthree\n';
const FOUND = [at(3, 'c'), at(1, 'a'), at(1, 'a'), at(2, 'b')];

describe('a baseline', () => {
  test('is sorted, counts repeats and can be read by a person', () => {
    const written = JSON.parse(renderBaseline(baselineOf(FOUND, place(text)))) as { findings: object[] };
    expect(written).toMatchObject({ tool: 'scrapegate', schema_version: 1 });
    const print = expect.stringMatching(/^[0-9a-f]{32}$/) as unknown;
    const entry = { code: 'stack/target-localhost', file: 'a/p.yml', fingerprint: print };
    expect(written.findings).toEqual([
      { ...entry, message: 'a', count: 2 },
      { ...entry, message: 'b' },
      { ...entry, message: 'c' },
    ]);
  });

  test('is the same text when lines move or findings come in another order', () => {
    const moved = FOUND.toReversed().map((one) => ({
      ...one,
      location: {
        file: 'a/p.yml',
        start: { line: (one.location?.start.line ?? 0) + 2, column: 5 },
        end: { line: 9, column: 1 },
      },
    }));
    expect(renderBaseline(baselineOf(moved, place(`# new\n\n  one\n\ttwo \r\nthree`)))).toBe(
      renderBaseline(baselineOf(FOUND, place(text))),
    );
  });

  test('names files by its own directory, so that it holds wherever the check is run', () => {
    const [here] = baselineOf(FOUND, place(text, 'a/base.json')).entries;
    expect(here?.file).toBe('p.yml');
    const inside = { shown: 'base.json', workingDirectory: '/repo/a', lineOf: linesOf(new Map([['p.yml', text]])) };
    const moved = { file: 'p.yml', start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
    expect(baselineOf([at(1, 'a', { location: moved })], inside).entries[0]?.fingerprint).toBe(here?.fingerprint);
  });

  test('takes out what it lists, as often as it lists it', () => {
    const baseline = parseBaseline(renderBaseline(baselineOf(FOUND, place(text))), 'base.json');
    const now = [...FOUND, at(1, 'a'), at(2, 'new')];
    const { findings, suppressed } = applyBaseline(now, baseline, place(text), CHECK);
    expect(findings.map(({ message }) => message)).toEqual(['a', 'new']);
    expect(suppressed.map(({ finding: one, kind, reason }) => [one.message, kind, reason])).toEqual(
      ['c', 'a', 'a', 'b'].map((message) => [message, 'baseline', 'listed in the baseline "base.json"']),
    );
  });

  test('lets a finding count again when its line changes', () => {
    const baseline = baselineOf([at(1, 'a')], place(text));
    const { findings } = applyBaseline([at(1, 'a')], baseline, place('another\n'), CHECK);
    expect(findings.map(({ code }) => code)).toEqual(['stack/target-localhost', 'baseline/stale']);
  });

  test('says in one notice how many of its findings are gone', () => {
    const { findings } = applyBaseline([at(1, 'a')], baselineOf(FOUND, place(text)), place(text), CHECK);
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'baseline/stale',
        severity: 'notice',
        message: 'the baseline "base.json" lists 3 findings that are no longer there',
        help: 'refresh it with scrapegate check --baseline base.json --write-baseline',
      }),
    ]);
  });

  test('says nothing of the kind while a file that cannot be read hides findings', () => {
    const baseline = baselineOf(FOUND, place(text));
    expect(applyBaseline([], baseline, place(text), { ...CHECK, allRead: false }).findings).toEqual([]);
  });

  test('neither lists nor takes out what always counts', () => {
    const held = at(1, 'x', { code: 'suppression/no-reason' });
    expect(baselineOf([held], place(text)).entries).toEqual([]);
    const down = at(1, 'down', { code: 'runtime/target-down', stage: 'verify' });
    const baseline = baselineOf([down], place(text));
    const evidence: Evidence = { command: 'gate', allRead: true, provable: true, someUp: false };
    expect(applyBaseline([down], baseline, place(text), evidence)).toEqual({ findings: [down], suppressed: [] });
  });
});

describe('the file of a baseline is refused with one clear line', () => {
  const entry = { code: 'a/b', file: 'f', message: 'm', fingerprint: '0'.repeat(32) };
  const file = (findings: unknown, version: unknown = 1): string =>
    JSON.stringify({ schema_version: version, findings });

  test.each([
    ['{', 'is no JSON ('],
    ['[]', 'is no JSON object'],
    ['null', 'is no JSON object'],
    [file([], 2), 'has schema_version 2, expected 1'],
    [file([], null), 'has schema_version null, expected 1'],
    [file({}), 'has no list "findings"'],
    [file([entry, { ...entry, count: 0 }]), 'has an entry 2 that is none'],
    [file([{ ...entry, count: '2' }]), 'has an entry 1 that is none'],
    [file([{ ...entry, fingerprint: 'x' }]), 'has an entry 1 that is none'],
    [file([{ ...entry, code: 1 }]), 'has an entry 1 that is none'],
    [file([null]), 'has an entry 1 that is none'],
  ])('%s', (content, message) => {
    const parse = () => parseBaseline(content, 'base.json');
    expect(parse).toThrow(`the baseline "base.json" ${message}`);
    expect(parse).toThrow('write it anew with scrapegate check --baseline base.json --write-baseline');
  });

  test('while entries that are doubled, as a merge may leave them, add up', () => {
    expect(parseBaseline(file([entry, entry]), 'b').entries).toHaveLength(2);
  });
});
