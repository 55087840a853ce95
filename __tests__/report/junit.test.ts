import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import type { Finding } from '../../src/model/finding.js';
import type { Report } from '../../src/model/report.js';
import { renderJunit, type JunitOptions } from '../../src/report/junit.js';
import { SAMPLE, finding } from './sample-report.js';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The root of a document; a strict parser, which throws on what XML 1.0 does not allow. */
function parseXml(text: string): Element {
  const parser = new SaxesParser();
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (part) => {
    const element = open.at(-1);
    if (element) element.text += part;
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  const [root] = top.children;
  if (!root) throw new Error('the document is empty');
  return root;
}

interface Case {
  readonly attributes: Readonly<Record<string, string>>;
  /** `passed`, or what stands in its place. */
  readonly outcome: string;
  readonly message?: string | undefined;
  readonly type?: string | undefined;
  readonly text?: string | undefined;
}
interface Suite {
  readonly name: string | undefined;
  readonly cases: readonly Case[];
}

/** Parses what was written, and holds every count against the cases. */
function parse(report: Report, options: JunitOptions = { failsFrom: 'error' }): readonly Suite[] {
  const text = renderJunit(report, options);
  expect(text).not.toMatch(/\p{Surrogate}/u);
  const root = parseXml(text);
  expect(root.name).toBe('testsuites');
  const suites = root.children.map((suite) => {
    expect(suite.name).toBe('testsuite');
    const cases = suite.children.map(caseOf);
    expectCounts(suite, cases);
    return { name: suite.attributes['name'], cases };
  });
  expectCounts(
    root,
    suites.flatMap(({ cases }) => cases),
  );
  return suites;
}

function caseOf({ name, attributes, children: [inside, ...more] }: Element): Case {
  expect(name).toBe('testcase');
  expect(more).toEqual([]);
  if (!inside) return { attributes, outcome: 'passed' };
  const { message, type } = inside.attributes;
  return { attributes, outcome: inside.name.replace('system-out', 'passed'), message, type, text: inside.text };
}

function expectCounts({ attributes }: Element, cases: readonly Case[]): void {
  const of = (wanted: string): string => String(cases.filter(({ outcome }) => outcome === wanted).length);
  expect(attributes).toMatchObject({
    tests: String(cases.length),
    failures: of('failure'),
    errors: of('error'),
    skipped: of('skipped'),
  });
}

const check = (findings: readonly Finding[], rest: Partial<Report> = {}): Report => ({
  ...SAMPLE,
  command: 'check',
  findings,
  targets: [],
  ...rest,
});

describe('JUnit', () => {
  test('has a suite for each file; a finding fails, a clean file passes', () => {
    const suites = parse(check([finding()]));
    expect(suites.map(({ name }) => name)).toEqual(['compose.yml', 'prometheus.yml']);
    expect(suites[0]?.cases).toEqual([
      {
        attributes: { name: 'no findings', classname: 'compose.yml', file: 'compose.yml', time: '0.000' },
        outcome: 'passed',
      },
    ]);
    const [one] = suites[1]?.cases ?? [];
    expect(one?.attributes).toMatchObject({ classname: 'prometheus.yml', file: 'prometheus.yml', line: '12' });
    expect(one?.attributes['name']).toContain('runtime/target-down line 12: target "voice-ai-agent:8000"');
    expect(one).toMatchObject({ outcome: 'failure', type: 'runtime/target-down', message: finding().message });
    expect(one?.text).toMatch(/prometheus\.yml:12:15: error\[.*\ncause: not-exp.*\nhelp: remove job/s);
  });

  test('fails by the same limit as the verdict; what is below it passes and is still told', () => {
    const findings = [finding({ severity: 'warning', message: 'a warning' })];
    const one = (options: JunitOptions): Case | undefined => parse(check(findings), options)[1]?.cases[0];
    expect(one({ failsFrom: 'error' })?.outcome).toBe('passed');
    expect(one({ failsFrom: 'error' })?.text).toContain('a warning');
    expect(one({ failsFrom: 'warning' })?.outcome).toBe('failure');
  });

  test('has what no file is to blame for in a suite of its own, and the error that kept the gate from judging', () => {
    const { location: _, ...homeless } = finding({ message: 'no place' });
    const run = parse(check([homeless], { error: 'docker is not there' }))[2];
    expect(run?.name).toBe('run');
    expect(run?.cases.map(({ attributes, outcome, message }) => [attributes['name'], outcome, message])).toEqual([
      ['check', 'error', 'docker is not there'],
      ['runtime/target-down: no place', 'failure', 'no place'],
    ]);
    expect(parse(check([], { files: [], error: 'bad option' }))).toHaveLength(1);
  });

  test('of a gate has every expected target', () => {
    const [target] = SAMPLE.targets;
    if (!target) throw new Error('the sample has targets');
    const targets = [...SAMPLE.targets, { ...target, target: 'gone:1', health: 'dropped' as const }];
    const suite = parse({ ...SAMPLE, targets }).find(({ name }) => name === 'expected targets');
    expect(suite?.cases.map(({ outcome }) => outcome)).toEqual(['passed', 'failure', 'skipped']);
    expect(suite?.cases[1]?.message).toContain('is down: received unsupported Content-Type');
    expect(suite?.cases[0]?.attributes).toMatchObject({ name: 'voice-ai-agent voice-ai-agent:8000', time: '6.700' });
  });

  test('skips what is suppressed and says why', () => {
    const down = finding({ subject: { job: 'voice-ai-agent-health', target: 'voice-ai-agent:8000' } });
    const suppressed = [{ finding: down, kind: 'settings', reason: 'known since May' }] as const;
    const suites = parse({ ...SAMPLE, findings: [], suppressed });
    for (const one of [suites[1]?.cases[0], suites[2]?.cases[1]])
      expect(one).toMatchObject({ outcome: 'skipped', message: 'suppressed (settings): known since May' });
  });

  test('stays XML whatever others write, and keeps it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (text) => {
        const hostile = `${text}\u0000\u001b[31m\ud800\uffff]]>&<"'`;
        const file = `a\n"${text}.yml`;
        const location = { file, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
        const files = [{ path: file, kind: 'compose', errors: 0, warnings: 0 }];
        const [target] = SAMPLE.targets;
        if (!target) throw new Error('the sample has targets');
        const [suite, targets] = parse({
          ...SAMPLE,
          files,
          findings: [finding({ message: hostile, location, evidence: [hostile], help: hostile })],
          targets: [{ ...target, job: hostile, target: hostile, health: 'down', last_error: hostile }],
        });
        expect(suite?.name).toMatch(/^a\n"/);
        expect(suite?.cases[0]?.message).toContain(`]]>&<"'`);
        expect(targets?.cases[0]?.text).toContain(`]]>&<"'`);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
