import { describe, expect, test } from '@jest/globals';
import { KNOWN_CODES } from '../../src/known-codes.js';
import type { Finding } from '../../src/model/finding.js';
import { SourceFile, type FileKind } from '../../src/model/source.js';
import type { IgnoreEntry } from '../../src/model/suppression.js';
import { applySuppressions } from '../../src/suppress/apply.js';
import type { Evidence } from '../../src/suppress/held.js';
import { finding } from '../report/sample-report.js';

const CODE = 'stack/target-localhost';
const at = (line: number, rest: Partial<Finding> = {}, file = 'p.yml'): Finding =>
  finding({
    code: CODE,
    stage: 'check',
    message: `finding on ${String(line)}`,
    location: { file, start: { line, column: 1 }, end: { line, column: 2 } },
    ...rest,
  });
const CHECK: Evidence = { command: 'check', allRead: true, provable: true };

interface Given {
  readonly text?: string;
  readonly findings: readonly Finding[];
  readonly ignores?: readonly Partial<IgnoreEntry>[];
  readonly evidence?: Evidence;
  readonly path?: string;
  readonly kind?: FileKind;
  readonly more?: readonly SourceFile[];
}

/** What counts and what does not, as one line each. */
function sift({ text = 'a: 1\n', findings, ignores = [], evidence = CHECK, path = 'p.yml', kind, more = [] }: Given) {
  const settings = new SourceFile('.scrapegate.yml', 'settings', 'ignore: []\n');
  const entries = ignores.map((entry): IgnoreEntry => ({
    code: CODE,
    reason: 'why',
    at: { file: settings, start: 0, end: 6 },
    ...entry,
  }));
  const file = new SourceFile(path, kind ?? 'prometheus', text);
  const result = applySuppressions(findings, [file, ...more], entries, { codes: KNOWN_CODES, evidence });
  return {
    result,
    counts: result.findings.map(({ code, location, message }) =>
      code.startsWith('suppression/')
        ? `${code}@${String(location?.start.line)}:${String(location?.start.column)}`
        : message,
    ),
    out: result.suppressed.map(({ finding: { message }, kind: how, reason }) => `${message}: ${how}, ${reason}`),
  };
}

describe('a comment', () => {
  test.each([
    ['on the line itself', 'a: 1\nb: 2 # scrapegate-ignore stack/target-localhost: known\n', 2],
    ['above the line', 'a: 1\n# scrapegate-ignore stack/target-localhost: known\nb: 2\n', 3],
    ['above other comments', '# scrapegate-ignore stack/target-localhost: known\n# more\n  # and more\nb: 2\n', 4],
    ['with other codes', '# scrapegate-ignore yaml/syntax, stack/target-localhost: known\na: 1\n', 2],
    ['with a family', '# scrapegate-ignore stack/*: known\na: 1\n', 2],
    ['for the whole file', '# about\n\n# scrapegate-ignore-file stack/target-localhost: known\n---\na: 1\nb: 2\n', 6],
    ['with two marks', 'a: 1 ## scrapegate-ignore stack/target-localhost:  known  \r\n', 1],
  ])('%s suppresses', (_, text, line) => {
    expect(sift({ text, findings: [at(line)] })).toMatchObject({ out: [`finding on ${String(line)}: inline, known`] });
  });

  test.each([
    ['one line too far up', '# scrapegate-ignore stack/target-localhost: x\na: 1\nb: 2\n', 3],
    ['with an empty line below', '# scrapegate-ignore stack/target-localhost: x\n\nb: 2\n', 3],
    ['below the line', 'a: 1\n# scrapegate-ignore stack/target-localhost: x\n', 1],
    ['behind the line above', 'a: 1 # scrapegate-ignore stack/target-localhost: x\nb: 2\n', 2],
    ['of another rule', 'a: 1 # scrapegate-ignore stack/no-services: x\n', 1],
    ['of another family', 'a: 1 # scrapegate-ignore compose/*: x\n', 1],
  ])('%s does not, and is unused', (_, text, line) => {
    const { counts, out } = sift({ text, findings: [at(line)] });
    expect(out).toEqual([]);
    expect(counts).toEqual([`finding on ${String(line)}`, expect.stringMatching(/^suppression\/unused@/)]);
  });

  test.each([
    ['a quoted scalar', 'a: "# scrapegate-ignore stack/target-localhost: x"\n', 1],
    ['a block scalar', 'a: |\n  # scrapegate-ignore stack/target-localhost: x\n  text\n', 3],
    ['a word', 'a: b# scrapegate-ignore stack/target-localhost: x\n', 1],
  ])('in %s is none', (_, text, line) => {
    expect(sift({ text, findings: [at(line)] }).counts).toEqual([`finding on ${String(line)}`]);
  });

  test('is none in JSON and in an env file', () => {
    const text = '# scrapegate-ignore-file stack/*: x\n{"a": 1}\n';
    expect(sift({ text, findings: [at(2, {}, 'd.json')], path: 'd.json' }).out).toEqual([]);
    expect(sift({ text, findings: [at(2, {}, '.env')], path: '.env', kind: 'env' }).out).toEqual([]);
  });

  test('is about its own file, which counts once even when it was read twice', () => {
    const text = '# scrapegate-ignore-file stack/*: x\na: 1 # scrapegate-ignore compose/*: x\n';
    const again = new SourceFile('p.yml', 'prometheus', text);
    const { out, counts } = sift({ text, findings: [at(2), at(2, {}, 'other.yml')], more: [again] });
    expect(out).toEqual(['finding on 2: inline, x']);
    expect(counts).toEqual(['finding on 2', 'suppression/unused@2:26']);
  });

  test('works in a text that is written inside another file, but has no top there', () => {
    const text = '# scrapegate-ignore-file stack/*: x\na: 1 # scrapegate-ignore stack/*: inside\n';
    const inside = new SourceFile('compose.yml', 'prometheus', text, { line: 10, column: 7 });
    const { out, counts } = sift({ findings: [at(11, {}, 'compose.yml')], more: [inside] });
    expect(out).toEqual(['finding on 11: inline, inside']);
    expect(counts).toEqual(['suppression/malformed@10:7']);
  });
});

describe('what is wrong with a comment is a finding at its place', () => {
  test.each([
    ['a: 1 # scrapegate-ignore stack/target-localhost\n', 'suppression/no-reason@1:26'],
    ['a: 1 # scrapegate-ignore stack/target-localhost:  \n', 'suppression/no-reason@1:26'],
    ['a: 1 # scrapegate-ignore stack/target-localhost because I say so\n', 'suppression/no-reason@1:26'],
    ['a: 1 # scrapegate-ignore stack/target-localhost because: x\n', 'suppression/no-reason@1:26'],
    ['a: 1 # scrapegate-ignore stack/target-localhots: x\n', 'suppression/unknown-code@1:26'],
    ['a: 1 # scrapegate-ignore stak/*: x\n', 'suppression/unknown-code@1:26'],
    ['a: 1 # scrapegate-ignore *: x\n', 'suppression/unknown-code@1:26'],
    ['a: 1 # scrapegate-ignore\n', 'suppression/malformed@1:6'],
    ['a: 1 # scrapegate-ignore : x\n', 'suppression/malformed@1:6'],
    ['a: 1 # scrapegate-ignore stack/*,, compose/*: x\n', 'suppression/malformed@1:6'],
    ['a: 1 # scrapegate-ignore-line stack/*: x\n', 'suppression/malformed@1:6'],
    ['a: 1\n# scrapegate-ignore-file stack/*: x\n', 'suppression/malformed@2:1'],
    ['a: 1 # scrapegate-ignore runtime/no-evidence: x\n', 'suppression/refused@1:26'],
    ['a: 1 # scrapegate-ignore suppression/unused: x\n', 'suppression/refused@1:26'],
  ])('%j', (text, expected) => {
    const { counts, out } = sift({ text, findings: [at(1)] });
    expect(out).toEqual([]);
    expect(counts.filter((one) => one !== 'finding on 1')).toEqual([expected]);
    expect(counts).toContain('finding on 1');
  });

  test('in time, whatever a file holds', () => {
    const long = `a: 1 # scrapegate-ignore ${'x'.repeat(200_000)}: x\n`;
    const anchor = `b: &${'#'.repeat(200_000)} 1\n`;
    const blanks = `${' '.repeat(200_000)}\n`.repeat(3);
    const many = '# scrapegate-ignore-file stack/*: x\n'.repeat(2000);
    const startedMs = performance.now();
    const { counts } = sift({ text: `${many}${blanks}${long}${anchor}`, findings: [at(1)] });
    expect(counts).toEqual(['suppression/unknown-code@2004:26']);
    expect(performance.now() - startedMs).toBeLessThan(2000);
  });

  test('in words', () => {
    const text =
      'a: 1 # scrapegate-ignore stack/target-localhots, compose/no-image: x\nb: 1 # scrapegate-ignore stack/*\n';
    const { result } = sift({ text, findings: [] });
    expect(result.findings.map(({ severity, message }) => [severity, message])).toEqual([
      [
        'error',
        'the suppression of "stack/*" gives no reason, so it suppresses nothing: expected ": REASON" after the code',
      ],
      ['warning', '"stack/target-localhots" is no code or family of findings: did you mean "stack/target-localhost"?'],
      ['notice', 'the suppression of "compose/no-image" suppresses nothing: there is no such finding on line 1'],
    ]);
    expect(result.findings.map(({ location }) => location?.start.column)).toEqual([26, 26, 50]);
  });
});

describe('an entry of the settings', () => {
  const about = at(2, { subject: { service: 's', job: 'j', target: 't:1' } }, 'deploy/prometheus.yml');

  test.each<[Partial<IgnoreEntry>, boolean]>([
    [{}, true],
    [{ code: 'stack/*' }, true],
    [{ code: 'compose/*' }, false],
    [{ file: 'prometheus.yml' }, true],
    [{ file: '*.yml' }, true],
    [{ file: 'deploy/*.yml' }, true],
    [{ file: './deploy/*.yml' }, true],
    [{ file: '**/prometheus.yml' }, true],
    [{ file: 'deploy/**' }, true],
    [{ file: 'd*.yml' }, false],
    [{ file: 'deploy' }, false],
    [{ file: 'rometheus.yml' }, false],
    [{ file: '*/*/prometheus.yml' }, false],
    [{ file: 'deploy/prometheus?yml' }, true],
    [{ file: 'deploy?prometheus.yml' }, false],
    [{ file: 'deploy/prometheus.y.*' }, false],
    [{ service: 's', job: 'j', target: 't:1' }, true],
    [{ job: 'j2' }, false],
    [{ target: 't:2' }, false],
  ])('%j', (entry, suppresses) => {
    const { out, counts } = sift({ findings: [about], ignores: [entry] });
    expect(out).toEqual(suppresses ? ['finding on 2: settings, why'] : []);
    expect(counts.some((one) => one.startsWith('suppression/unused'))).toBe(!suppresses);
  });

  test('with a name does not fit a finding that names nothing, nor one without a place when it has a file', () => {
    const { location: _, ...homeless } = about;
    expect(sift({ findings: [at(1)], ignores: [{ job: 'j' }] }).out).toEqual([]);
    expect(sift({ findings: [homeless], ignores: [{ file: '**' }] }).out).toEqual([]);
    expect(sift({ findings: [homeless], ignores: [{}] }).out).toHaveLength(1);
  });

  test('without a reason is an error and suppresses nothing', () => {
    expect(sift({ findings: [about], ignores: [{ reason: '' }] }).counts).toEqual([
      'suppression/no-reason@1:1',
      'finding on 2',
    ]);
  });

  test('counts as used beside a comment that says the same, which comes first', () => {
    const text = 'a: 1 # scrapegate-ignore stack/*: here\n';
    expect(sift({ text, findings: [at(1)], ignores: [{}] })).toMatchObject({
      out: ['finding on 1: inline, here'],
      counts: [],
    });
  });
});

test('nothing is called unused while a file that cannot be read hides findings', () => {
  expect(sift({ findings: [], ignores: [{}], evidence: { ...CHECK, allRead: false } }).counts).toEqual([]);
});

describe('a gate', () => {
  const gate = (someUp: boolean | undefined, provable = true): Evidence => ({
    command: 'gate',
    allRead: true,
    provable,
    someUp,
  });
  const down = at(1, { code: 'runtime/target-down', stage: 'verify' });
  const all = [{ code: 'runtime/*' }, { code: 'stack/*' }];

  test('may suppress what it saw as long as something is up', () => {
    expect(sift({ findings: [down, at(2)], ignores: all, evidence: gate(true) }).out).toHaveLength(2);
  });

  test.each(['runtime/no-evidence', 'runtime/prometheus-unreachable', 'runtime/interrupted'])(
    'never suppresses %s, and says so once',
    (code) => {
      const held = at(1, { code, stage: 'verify' });
      const { counts, out, result } = sift({
        findings: [held, at(5, { code, stage: 'verify' })],
        ignores: all.slice(0, 1),
        evidence: gate(true),
      });
      expect(out).toEqual([]);
      expect(counts).toEqual(['finding on 1', 'finding on 5', 'suppression/refused@1:1']);
      expect(result.findings[2]?.related[0]?.location).toEqual(held.location);
    },
  );

  test('suppresses no run-time error when no target is up', () => {
    const { result, out } = sift({ findings: [down, at(2)], ignores: all, evidence: gate(false) });
    expect(out).toEqual(['finding on 2: settings, why']);
    expect(result.findings.map(({ code }) => code)).toEqual(['runtime/target-down', 'suppression/refused']);
    expect(result.findings[1]?.message).toBe(
      'the suppression of "runtime/*" has no effect on "runtime/target-down": no target is up, and a gate never passes without evidence',
    );
  });

  test('suppresses no error at all when there is nothing to prove', () => {
    const findings = [at(1), at(2, { severity: 'warning' })];
    expect(sift({ findings, ignores: all.slice(1), evidence: gate(undefined, false) }).out).toEqual([
      'finding on 2: settings, why',
    ]);
  });

  test('does not call a suppression of a run-time finding unused: the next run may need it', () => {
    expect(sift({ findings: [], ignores: all.slice(0, 1), evidence: gate(true) }).counts).toEqual([]);
  });

  test('keeps root causes before what they explain', () => {
    const first = at(9, { code: 'runtime/service-failed', stage: 'wait', message: 'cause' });
    const second = at(1, { code: 'runtime/target-down', stage: 'verify', message: 'effect', severity: 'error' });
    expect(sift({ findings: [first, second, at(3)], evidence: gate(true) }).counts).toEqual([
      'cause',
      'effect',
      'finding on 3',
    ]);
  });
});
