import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { findCases, needsMachine } from '../../scripts/proof/cases.js';
import { parseProof } from '../../scripts/proof/proof-file.js';
import { proofsPage, totals } from '../../scripts/proof/table.js';

const parse = (value: unknown) => parseProof(JSON.stringify(value));

describe('parseProof', () => {
  test('reads one symptom, whose control is the good case', () => {
    const { claims, withinSeconds } = parse({ symptom: 'target-down', job: 'agent' });
    const shown = { symptom: 'target-down', job: 'agent' };
    expect(claims).toEqual([{ shown, control: { case: 'good', absent: shown } }]);
    expect(withinSeconds).toBe(60);
  });

  test('reads several symptoms, each with a control that may differ', () => {
    const { claims } = parse({
      symptoms: [
        { symptom: 'target-down', job: 'a', control: 'good-other' },
        { symptom: 'target-down', job: 'b', control: { job: 'c' } },
      ],
    });
    expect(claims.map(({ control }) => control)).toEqual([
      { case: 'good-other', absent: { symptom: 'target-down', job: 'a' } },
      { case: 'good', absent: { symptom: 'target-down', job: 'c' } },
    ]);
  });

  test('reads how to boot', () => {
    const { boot } = parse({
      symptom: 'no-prometheus',
      listen: { a: [1, { port: 2, speaks: 'silent' }] },
      keep: ['ports'],
    });
    expect(boot.listen).toEqual({
      a: [
        { port: 1, speaks: 'http' },
        { port: 2, speaks: 'silent' },
      ],
    });
    expect(boot.keep).toEqual(['ports']);
  });

  test.each([
    [{ symptom: 'target-dwon', job: 'a' }, '"target-dwon" is no symptom'],
    [{ symptom: 'target-down' }, '"target-down" lacks "job"'],
    [{ symptom: 'target-down', job: 'a', jbo: 'b' }, '"target-down" has no "jbo"'],
    [{ symptom: 'no-prometheus', keep: ['port'] }, '"keep" is no list of'],
    [{ symptom: 'no-prometheus', symptoms: [] }, '"symptom" beside "symptoms"'],
    [{ symptoms: [] }, '"symptoms" is no list'],
    [{ symptom: 'compose-refuses', message: '(' }, 'Invalid regular expression'],
    [{ symptom: 'no-prometheus', control: 3 }, '"control" is neither'],
  ])('refuses %j', (value, message) => {
    expect(() => parse(value)).toThrow(message);
  });
});

describe('findCases', () => {
  const root = mkdtempSync(join(tmpdir(), 'scrapegate-cases-'));
  afterAll(() => {
    rmSync(root, { recursive: true });
  });
  const write = (path: string, text: string): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const code of ['stack/a', 'stack/b', 'mounts/c', 'mounts/d']) {
    write(`${code}/bad/expected.txt`, 'x.yml:1:1-2 error it will not work\n');
    write(`${code}/good/compose.yml`, '');
  }
  write('stack/a/bad/proof.json', '{ "symptom": "no-prometheus" }');
  write('stack/a/bad-warning/expected.txt', 'x.yml:1:1-2 warning this is no error at all\n');
  write('mounts/d/bad/proof.json', '{ "symptom": "no-prometheus", "control": "good-other" }');
  const found = findCases('', { 'mounts/c': 'no image of it' }, root);

  test('finds each case with an error, and no other', () => {
    expect(found.map(({ code, name }) => `${code}/${name}`)).toEqual([
      'stack/a/bad',
      'stack/b/bad',
      'mounts/c/bad',
      'mounts/d/bad',
    ]);
    expect(findCases('mounts/', {}, root)).toHaveLength(2);
  });

  test('says which has neither a proof nor a reason', () => {
    expect(found.map(({ proof, reason, fault }) => [proof?.claims.length, reason, fault])).toEqual([
      [1, undefined, undefined],
      [undefined, undefined, 'neither proof.json nor a reason in unprovable.json'],
      [undefined, 'no image of it', undefined],
      [undefined, undefined, 'control "good-other" is no case of the rule'],
    ]);
  });

  test('tells which have to have the machine for themselves', () => {
    write('stack/e/bad/expected.txt', 'x.yml:1:1-2 error it will not work\n');
    write('stack/e/bad/proof.json', '{ "symptom": "no-prometheus", "keep": ["ports"] }');
    write('stack/e/good/compose.yml', '');
    write('stack/f/bad/expected.txt', 'x.yml:1:1-2 error it will not work\n');
    write('stack/f/bad/proof.json', '{ "symptom": "no-prometheus" }');
    write('stack/f/good/compose.yml', 'services:\n  a:\n    network_mode: "host"\n');
    expect(findCases('stack/', {}, root).map((one) => [one.code, needsMachine(one)])).toEqual([
      ['stack/a', false],
      ['stack/b', false],
      ['stack/e', true],
      ['stack/f', true],
    ]);
  });

  test('takes no reason beside a proof', () => {
    expect(findCases('stack/a', { 'stack/a/bad': 'why' }, root)[0]?.fault).toContain('has a proof.json');
  });
});

test('a case with one claim that fails is a failed case, and the page says so', () => {
  const one = { code: 'stack/a', name: 'bad', directory: '' };
  const proved = {
    case: one,
    symptom: { symptom: 'no-prometheus' } as const,
    bad: { is: 'shown', said: 'a | b' } as const,
    control: { is: 'absent', said: 'c', case: 'good' } as const,
    seconds: 1,
    isProved: true,
  };
  const outcome = {
    results: [proved, { ...proved, isProved: false }, { ...proved, case: { ...one, name: 'bad-2' } }],
    failed: [{ code: 'stack/b', case: 'bad', why: 'no proof' }],
    unprovable: [{ ...one, code: 'stack/c', reason: 'no image' }],
  };
  expect(totals(outcome)).toBe('1 proved, 2 failed, 1 not provable here');
  expect(proofsPage(outcome)).toContain(
    '| `stack/a` | bad | no-prometheus **(failed)** | `` a \\| b `` | 1 | good: `` c `` |',
  );
  expect(proofsPage(outcome)).toContain('- `stack/c` bad: no image');
});
