import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { staticRules } from '../../src/generated/rules.js';
import { KNOWN_CODES } from '../../src/known-codes.js';
import type { Finding } from '../../src/model/finding.js';
import type { Report } from '../../src/model/report.js';
import { renderSarif } from '../../src/report/sarif.js';
import { FIXTURES, findingsOf, loadFixture } from '../fakes/rule-fixtures.js';
import { SAMPLE, finding } from './sample-report.js';

const checkout = { root: '/repo', workingDirectory: '/repo/deploy' };
const options = { checkout, codes: KNOWN_CODES };
const LEVELS = ['error', 'warning', 'note'];

interface Region {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}
interface Place {
  readonly physicalLocation: {
    readonly artifactLocation: { uri: string; uriBaseId?: string };
    readonly region: Region;
  };
}
interface SarifFix {
  readonly description: { readonly text: string };
  readonly artifactChanges: readonly {
    readonly artifactLocation: Place['physicalLocation']['artifactLocation'];
    readonly replacements: readonly { deletedRegion: Region; insertedContent: { text: string } }[];
  }[];
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Place[];
  readonly relatedLocations?: readonly Place[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes?: readonly SarifFix[];
  readonly suppressions?: readonly { kind: string; status: string; justification: string; location?: Place }[];
  readonly properties?: Readonly<Record<string, unknown>>;
}
interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly defaultConfiguration: { readonly level: string };
}
interface Run {
  readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly Rule[] } };
  readonly invocations: readonly [{ toolExecutionNotifications?: { level: string; message: { text: string } }[] }];
  readonly columnKind: string;
  readonly results: readonly Result[];
}

/** Nothing but these keys: SARIF's own schema refuses others. */
function expectKeys(value: object, required: readonly string[], optional: readonly string[] = []): void {
  expect(Object.keys(value)).toEqual(expect.arrayContaining([...required]));
  expect([...required, ...optional]).toEqual(expect.arrayContaining(Object.keys(value)));
}

function expectPlace(place: Place, lines: (uri: string) => readonly string[] | undefined): void {
  const { artifactLocation, region } = place.physicalLocation;
  expectKeys(artifactLocation, ['uri'], ['uriBaseId']);
  if (artifactLocation.uriBaseId === undefined) expect(artifactLocation.uri).toMatch(/^file:\/\/\//);
  else {
    expect(artifactLocation.uriBaseId).toBe('%SRCROOT%');
    expect(artifactLocation.uri).toMatch(/^(?:[\w.~!*'()-]|%[0-9A-F]{2})+(?:\/(?:[\w.~!*'()-]|%[0-9A-F]{2})+)*$/);
  }
  expectKeys(region, ['startLine'], ['startColumn', 'endLine', 'endColumn']);
  for (const number of Object.values(region) as number[]) expect(number).toBeGreaterThanOrEqual(1);
  const { startLine, startColumn = 1, endLine = startLine, endColumn = startColumn } = region;
  expect(endLine * 1e6 + endColumn).toBeGreaterThanOrEqual(startLine * 1e6 + startColumn);
  const text = lines(decodeURIComponent(artifactLocation.uri));
  if (!text) return;
  expect(endLine).toBeLessThanOrEqual(text.length);
  expect(startColumn).toBeLessThanOrEqual((text[startLine - 1] ?? '').length + 1);
  expect(endColumn).toBeLessThanOrEqual((text[endLine - 1] ?? '').length + 1);
}

function expectFix(fix: SarifFix, lines: Parameters<typeof expectPlace>[1]): void {
  expectKeys(fix, ['description', 'artifactChanges']);
  expect(fix.description.text).toMatch(/ \(--fix(?: --suggestions)?\)$/);
  expect(fix.artifactChanges.length).toBeGreaterThan(0);
  for (const change of fix.artifactChanges) {
    expectKeys(change, ['artifactLocation', 'replacements']);
    expect(change.replacements.length).toBeGreaterThan(0);
    for (const one of change.replacements) {
      expectKeys(one, ['deletedRegion', 'insertedContent']);
      expectKeys(one.insertedContent, ['text']);
      expectKeys(one.deletedRegion, ['startLine', 'startColumn', 'endLine', 'endColumn']);
      expectPlace(
        { physicalLocation: { artifactLocation: change.artifactLocation, region: one.deletedRegion } },
        lines,
      );
    }
  }
}

/** The structure that the standard and GitHub's code scanning ask for; returns the run. */
function expectSarif(text: string, lines: Parameters<typeof expectPlace>[1] = () => undefined): Run {
  const log = JSON.parse(text) as { version: string; runs: [Run] };
  expectKeys(log, ['$schema', 'version', 'runs']);
  expect(log.version).toBe('2.1.0');
  const [run] = log.runs;
  expectKeys(run, ['tool', 'results', 'columnKind'], ['invocations', 'originalUriBaseIds']);
  expect(run.columnKind).toBe('utf16CodeUnits');
  const { rules } = run.tool.driver;
  expectKeys(run.tool.driver, ['name', 'semanticVersion', 'rules']);
  for (const rule of rules) {
    expectKeys(rule, ['id', 'shortDescription', 'defaultConfiguration'], ['helpUri', 'help', 'properties']);
    expect(rule.shortDescription.text).not.toBe('');
    expect(LEVELS).toContain(rule.defaultConfiguration.level);
  }
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  expect(new Set(run.results.map(({ ruleId }) => ruleId))).toEqual(new Set(rules.map(({ id }) => id)));
  for (const result of run.results) {
    const required = ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints'];
    expectKeys(result, required, ['relatedLocations', 'fixes', 'suppressions', 'properties']);
    expect(rules[result.ruleIndex]?.id).toBe(result.ruleId);
    expect(LEVELS).toContain(result.level);
    expect(result.message.text.trim()).not.toBe('');
    expect(result.locations).toHaveLength(1);
    for (const place of [...result.locations, ...(result.relatedLocations ?? [])]) expectPlace(place, lines);
    for (const one of result.fixes ?? []) expectFix(one, lines);
    for (const one of result.suppressions ?? []) {
      expectKeys(one, ['kind', 'status', 'justification'], ['location']);
      expect(['inSource', 'external']).toContain(one.kind);
    }
  }
  const prints = run.results.map(({ partialFingerprints }) => partialFingerprints['scrapegate/v1']);
  expect(new Set(prints).size).toBe(prints.length);
  return run;
}

const report = (findings: readonly Finding[], rest: Partial<Report> = {}): Report => ({ ...SAMPLE, findings, ...rest });

describe('SARIF', () => {
  test.each(staticRules.map((rule) => [rule.code, rule] as const))('of the bad cases of %s is sound', (_, rule) => {
    for (const name of readdirSync(join(FIXTURES, rule.code)).filter((entry) => entry.startsWith('bad'))) {
      const directory = join(FIXTURES, rule.code, name);
      if (!statSync(directory).isDirectory()) continue;
      const { files } = loadFixture(directory);
      const sources = new Map(files.map(({ path, text }) => [path, text]));
      const paths = files.map(({ path, kind }) => ({ path, kind, errors: 0, warnings: 0 }));
      const here = { checkout: { root: directory, workingDirectory: directory }, codes: KNOWN_CODES };
      const findings = findingsOf(rule, directory);
      const run = expectSarif(renderSarif(report(findings, { files: paths }), sources, here), (uri) =>
        sources.get(uri)?.split('\n'),
      );
      expect(run.results).toHaveLength(findings.length);
    }
  });

  test('has message, rule, place, related places and what was observed', () => {
    const related = [
      {
        message: 'reads /health',
        location: { file: 'p.yml', start: { line: 4, column: 3 }, end: { line: 4, column: 9 } },
      },
    ];
    const run = expectSarif(renderSarif(report([finding({ related, evidence: ['line\u0007'] })]), new Map(), options));
    expect(run.tool.driver.rules[0]).toMatchObject({
      id: 'runtime/target-down',
      shortDescription: { text: KNOWN_CODES.get('runtime/target-down')?.summary },
    });
    expect(run.results[0]).toMatchObject({
      level: 'error',
      message: { text: expect.stringMatching(/not metrics\nhelp: remove job/) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'deploy/prometheus.yml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 12, startColumn: 15, endLine: 12, endColumn: 36 },
          },
        },
      ],
      relatedLocations: [{ id: 1, message: { text: 'reads /health' } }],
      properties: {
        cause: 'not-exposition-json',
        help: 'remove job "voice-ai-agent-health"',
        evidence: ['line\ufffd'],
      },
    });
  });

  test('has a fix as exact replacements, when it fits the text, and not otherwise', () => {
    const at = (line: number, column: number, end: number) => ({
      file: 'p.yml',
      start: { line, column },
      end: { line, column: end },
    });
    const edit = (replaces: string) => ({ location: at(2, 3, 6), replaces, text: 'new' });
    const insertion = { location: at(1, 3, 3), replaces: '', text: '\n  x: 1' };
    const fixed = (replaces: string) =>
      finding({ fix: { safety: 'safe', title: 'write [new](x)', edits: [edit(replaces), insertion] } });
    const text = 'a:\r\n  old: 1\n';
    const run = expectSarif(renderSarif(report([fixed('old'), fixed('odd')]), new Map([['p.yml', text]]), options));
    expect(run.results.map(({ fixes }) => fixes)).toEqual([
      [
        {
          description: { text: 'write [new]\u200b(x) (--fix)' },
          artifactChanges: [
            {
              artifactLocation: { uri: 'deploy/p.yml', uriBaseId: '%SRCROOT%' },
              replacements: [
                {
                  deletedRegion: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 6 },
                  insertedContent: { text: 'new' },
                },
                {
                  deletedRegion: { startLine: 1, startColumn: 3, endLine: 1, endColumn: 3 },
                  insertedContent: { text: '\n  x: 1' },
                },
              ],
            },
          ],
        },
      ],
      undefined,
    ]);
  });

  test('has one rule for each code that occurs, with the severity of the rule', () => {
    const codes = ['runtime/target-down', 'compose/no-image', 'runtime/target-down', 'suppression/unused'];
    const findings = codes.map((code, n) => finding({ code, message: `m ${String(n)}`, severity: 'error' }));
    const { results, tool } = expectSarif(renderSarif(report(findings), new Map(), options));
    expect(results.map(({ ruleIndex }) => ruleIndex)).toEqual([0, 1, 0, 2]);
    expect(tool.driver.rules.map(({ defaultConfiguration }) => defaultConfiguration.level)).toEqual([
      'error',
      'error',
      'note',
    ]);
  });

  test('names files by the repository, and those outside of it in full', () => {
    const at = (file: string) =>
      finding({ location: { file, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } } });
    const files = ['../a b%.yml', '../../etc/x.yml', 'ü\ud800.yml'];
    const run = expectSarif(renderSarif(report(files.map(at)), new Map(), options));
    expect(run.results.map(({ locations: [place] }) => place?.physicalLocation.artifactLocation)).toEqual([
      { uri: 'a%20b%25.yml', uriBaseId: '%SRCROOT%' },
      { uri: 'file:///etc/x.yml' },
      { uri: 'deploy/%C3%BC%EF%BF%BD.yml', uriBaseId: '%SRCROOT%' },
    ]);
  });

  test('keeps fingerprints when lines move, and changes them when the line does', () => {
    const print = (
      text: string,
      line: number,
      message = 'job "a" is already defined on line 3',
    ): string | undefined => {
      const location = { file: 'p.yml', start: { line, column: 3 }, end: { line, column: 4 } };
      const one = report([finding({ message, location }), finding({ message, location })]);
      const [first, second] = expectSarif(renderSarif(one, new Map([['p.yml', text]]), options)).results;
      const hash = (result: Result | undefined) => result?.partialFingerprints['scrapegate/v1'];
      expect(hash(second)).toBe(hash(first)?.replace(/1$/, '2'));
      return hash(first);
    };
    const before = print('a:\n  - job: a\n', 2);
    expect(print('# moved\n\na:\n    - job: a\r\n', 4, 'job "a" is already defined on line 9')).toBe(before);
    expect(print('a:\n  - job: b\n', 2)).not.toBe(before);
  });

  test('puts a range that ends with its line break on lines that are there', () => {
    const location = { file: 'p.yml', start: { line: 2, column: 3 }, end: { line: 3, column: 1 } };
    const text = 'a: |\n  last';
    const run = expectSarif(renderSarif(report([finding({ location })]), new Map([['p.yml', text]]), options));
    expect(run.results[0]?.locations[0]?.physicalLocation.region).toEqual({
      startLine: 2,
      startColumn: 3,
      endLine: 2,
      endColumn: 7,
    });
  });

  test('is cut to what GitHub keeps, the least severe first, and says how many are missing', () => {
    const findings = [
      ...Array.from({ length: 4 }, (_, n) => finding({ severity: 'notice', message: `notice ${String(n)}` })),
      ...Array.from({ length: 3 }, (_, n) => finding({ message: `error ${String(n)}` })),
    ];
    const run = expectSarif(renderSarif(report(findings), new Map(), { ...options, mostResults: 5 }));
    expect(run.results.map(({ level }) => level)).toEqual(['error', 'error', 'error', 'note', 'note']);
    expect(run.invocations[0].toolExecutionNotifications?.map(({ message }) => message.text)).toEqual([
      '2 more results were cut, the least severe ones; the JSON report has them',
    ]);
    const many = Array.from({ length: 5001 }, (_, n) => finding({ message: `error ${String(n)}` }));
    const { runs } = JSON.parse(renderSarif(report(many), new Map(), options)) as { runs: [Run] };
    expect(runs[0].results).toHaveLength(5000);
  });

  test('puts a finding without a place on the first file, and says it in a note when no file was read', () => {
    const { location: _, ...homeless } = finding({ message: 'no place' });
    const some = expectSarif(renderSarif(report([homeless]), new Map(), options));
    expect(some.results[0]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'deploy/compose.yml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 1 },
    });
    const none = expectSarif(renderSarif(report([homeless], { files: [], error: 'bad option' }), new Map(), options));
    expect(none.results).toEqual([]);
    expect(none.invocations[0].toolExecutionNotifications?.map(({ message }) => message.text.split('\n')[0])).toEqual([
      'bad option',
      'no place',
    ]);
  });

  test('has suppressed findings as suppressed results', () => {
    const location = { file: 'p.yml', start: { line: 1, column: 1 }, end: { line: 1, column: 5 } };
    const suppressed = [
      { finding: finding({ message: 'in source' }), kind: 'inline', reason: 'known\nwell', location },
      { finding: finding({ message: 'in settings' }), kind: 'settings', reason: 'later' },
    ] as const;
    const run = expectSarif(renderSarif(report([], { suppressed }), new Map(), options));
    expect(run.results.map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'inSource', status: 'accepted', justification: 'known well', location: expect.anything() }],
      [{ kind: 'external', status: 'accepted', justification: 'later' }],
    ]);
  });

  test('stays sound whatever others write, and makes no link of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), (text) => {
        const message = `m ${text}[a](https://evil.example)`;
        const location = { file: `f${text}`, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
        const run = expectSarif(renderSarif(report([finding({ message, location, help: text })]), new Map(), options));
        expect(run.results[0]?.message.text).not.toContain('](');
        expect(run.results[0]?.message.text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});
