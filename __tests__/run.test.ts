import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { silentProgress } from '../src/adapters/silent-progress.js';
import type { Report } from '../src/model/report.js';
import { closingLine } from '../src/report/closing-line.js';
import { run, type RunPorts, type RunResult } from '../src/run.js';
import { resolveSettings } from '../src/settings/resolve-settings.js';
import { readSettingsFile } from '../src/settings/settings-file.js';
import type { RawOptions } from '../src/settings/settings.js';
import { FakeClock } from './fakes/fake-clock.js';
import { FakeHost } from './fakes/fake-host.js';
import { FakePrometheus, type TargetScript } from './fakes/fake-prometheus.js';
import { FakeRuntime, healthyAfter } from './fakes/fake-runtime.js';
import { AGENT_STACK } from './fakes/load.js';
import { MemoryFiles } from './fakes/memory-files.js';

const validate = new Ajv({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schemas/report.schema.json', 'utf8')) as object,
);

interface Given {
  readonly files?: Readonly<Record<string, string>>;
  readonly command?: 'check' | 'gate';
  readonly options?: RawOptions;
  readonly targets?: TargetScript;
}

/** One command in `/stack`, on files in memory and scripted containers. */
async function runOn({ files = {}, command = 'check', options = {}, targets = () => [{}] }: Given): Promise<{
  result: RunResult;
  report: Report;
  calls: readonly string[];
}> {
  const texts = Object.entries({ ...AGENT_STACK, ...files }).map(([path, text]) => [`/stack/${path}`, text]);
  const memory = new MemoryFiles(Object.fromEntries(texts) as Record<string, string>);
  const clock = new FakeClock();
  const healthy = { redis: healthyAfter(1000), prometheus: healthyAfter(2000), agent: healthyAfter(500) };
  const runtime = new FakeRuntime(clock, healthy);
  const ports: RunPorts = {
    files: memory,
    clock,
    progress: silentProgress,
    workingDirectory: '/stack',
    environment: {},
    version: '0.0.0',
    displayPath: (path) => path.replace('/stack/', ''),
    openRuntime: () =>
      Promise.resolve({
        runtime,
        door: new FakePrometheus(clock, targets),
        host: new FakeHost(),
        close: () => Promise.resolve(),
      }),
    newProjectName: () => 'p',
    announceProject: () => undefined,
    tearDown: 'now',
  };
  const { options: fromFile, ignores } = readSettingsFile('/stack/.scrapegate.yml', '.scrapegate.yml', false, memory);
  const sources = [options, fromFile].map((one) => ({ label: (name: string) => name, options: one }));
  const settings = resolveSettings(command, ['.'], sources, { color: false, ignores });
  const result = await run(settings, ports, new AbortController().signal);
  expect(validate(result.report) || validate.errors).toBe(true);
  return { result, report: result.report, calls: runtime.calls };
}

const codes = ({ findings }: Report): string[] => findings.map(({ code }) => code);

/** The agent's target is named by localhost, which is an error. */
const LOCALHOST = {
  'prometheus.yml': AGENT_STACK['prometheus.yml'].replace('agent:8000', 'localhost:8000'),
};
const COMMENT = {
  'prometheus.yml': LOCALHOST['prometheus.yml'].replace(
    '[localhost:8000]',
    '[localhost:8000] # scrapegate-ignore stack/target-localhost: a sidecar shares the network',
  ),
};

describe('check', () => {
  test('fails without and passes with a comment that gives a reason', async () => {
    const before = await runOn({ files: LOCALHOST });
    expect(codes(before.report)).toContain('stack/target-localhost');
    expect(before.result.exitCode).toBe(1);
    const { report, result } = await runOn({ files: COMMENT });
    expect(codes(report)).not.toContain('stack/target-localhost');
    expect(report.suppressed).toMatchObject([
      {
        finding: { code: 'stack/target-localhost' },
        kind: 'inline',
        reason: 'a sidecar shares the network',
        location: { file: 'prometheus.yml', start: { line: 6 } },
      },
    ]);
    expect([result.exitCode, report.verdict, report.status, report.stages[0]?.status]).toEqual([
      0,
      'pass',
      'healthy',
      'passed',
    ]);
    expect(report.files.every(({ errors }) => errors === 0)).toBe(true);
    expect(closingLine(report)).toMatch(/^PASS healthy: .*1 suppressed in 2 files/);
  });

  test('points at the settings file, and has its text for the frame', async () => {
    const settings = 'ignore:\n  - code: stack/target-localhost\n';
    const { report, result } = await runOn({ files: { ...LOCALHOST, '.scrapegate.yml': settings } });
    expect(codes(report)).toContain('stack/target-localhost');
    expect(report.findings.find(({ code }) => code === 'suppression/no-reason')?.location).toEqual({
      file: '.scrapegate.yml',
      start: { line: 2, column: 11 },
      end: { line: 2, column: 33 },
    });
    expect(result.sources.get('.scrapegate.yml')).toBe(settings);
    expect(result.exitCode).toBe(1);
  });

  test('writes a baseline with which it passes, until something new comes', async () => {
    const options = { baseline: 'known.json' };
    const written = await runOn({ files: LOCALHOST, options: { ...options, 'write-baseline': true } });
    expect(written.result.exitCode).toBe(0);
    const files = { ...LOCALHOST, 'known.json': written.result.newBaseline ?? '' };
    const again = await runOn({ files, options });
    expect(again.result).toMatchObject({ exitCode: 0, newBaseline: undefined });
    expect(again.report.suppressed[0]?.kind).toBe('baseline');
    const grown = LOCALHOST['prometheus.yml'].replace('[localhost:8000]', '[localhost:8000, localhost:9]');
    const more = await runOn({ files: { ...files, 'prometheus.yml': grown }, options });
    expect(more.result.exitCode).toBe(1);
    const mended = await runOn({ files: { ...files, ...AGENT_STACK }, options });
    expect(mended.result.exitCode).toBe(0);
    expect(codes(mended.report)).toContain('baseline/stale');
  });

  test.each([
    [{}, 'the baseline "known.json" cannot be read: missing; write it with scrapegate check'],
    [{ 'known.json': '{' }, 'the baseline "known.json" is no JSON'],
  ])('refuses a baseline that it cannot use: %j', async (files, message) => {
    const { result, report } = await runOn({ files, options: { baseline: 'known.json' } });
    expect(result.exitCode).toBe(2);
    expect(report.error).toContain(message);
    expect(codes(report)).toEqual(['settings/invalid']);
  });

  test('still says that YAML cannot be read when that is suppressed', async () => {
    const files = {
      'prometheus.yml': 'scrape_configs: [\n',
      '.scrapegate.yml':
        'ignore: [{code: yaml/*, reason: a template}, {code: stack/target-localhost, reason: hidden for now}]\n',
    };
    const { report } = await runOn({ files });
    expect(codes(report)).not.toContain('yaml/syntax');
    expect(codes(report)).not.toContain('suppression/unused');
    expect(report.config_status).toMatchObject({ yaml_valid: false, validation_errors: [] });
  });

  test('writes no baseline when the usage was wrong', async () => {
    const options = { baseline: 'known.json', 'write-baseline': true, 'prometheus-service': 'nobody' };
    const { result } = await runOn({ options });
    expect(result).toMatchObject({ exitCode: 2 });
    expect(result.newBaseline).toBeUndefined();
  });
});

describe('gate', () => {
  const DOWN: TargetScript = () => [
    {},
    { scrapePool: 'other', address: 'agent:8000', health: 'down', lastError: 'connection refused' },
  ];
  const TWO_JOBS = `${AGENT_STACK['prometheus.yml']}  - job_name: other
    metrics_path: /other
    static_configs:
      - targets: ["agent:8000"]
`;
  const ignore = (entries: string): Record<string, string> => ({
    'prometheus.yml': TWO_JOBS,
    '.scrapegate.yml': `ignore: [${entries}]\n`,
  });

  test('starts the stack when what stopped it is suppressed', async () => {
    const stopped = await runOn({ command: 'gate', files: LOCALHOST });
    expect(stopped.calls).toEqual([]);
    const { report, calls } = await runOn({
      command: 'gate',
      files: COMMENT,
      targets: () => [{ address: 'localhost:8000' }],
    });
    expect(calls).toContain('start prometheus');
    expect(report).toMatchObject({ verdict: 'pass', status: 'healthy' });
    expect(report.suppressed).toHaveLength(1);
  });

  test('passes with a target that may be down, and still says that it is', async () => {
    const before = await runOn({ command: 'gate', files: ignore(''), targets: DOWN });
    expect(before.report).toMatchObject({ verdict: 'fail', status: 'degraded' });
    const entry = '{code: runtime/target-down, job: other, reason: comes next week}';
    const { report } = await runOn({ command: 'gate', files: ignore(entry), targets: DOWN });
    expect(report).toMatchObject({ verdict: 'pass', status: 'healthy' });
    expect(report.checks.scrape_targets).toMatch(/^failed: /);
    expect(report.suppressed).toMatchObject([{ finding: { code: 'runtime/target-down' }, reason: 'comes next week' }]);
  });

  test.each<[string, TargetScript]>([
    ['no target is up', () => [{ health: 'down', lastError: 'connection refused' }]],
    ['Prometheus lists no target', () => []],
  ])('never passes when %s, whatever is suppressed', async (_, targets) => {
    const files = { '.scrapegate.yml': 'ignore: [{code: runtime/*, reason: all is well}]\n' };
    const { report, result } = await runOn({ command: 'gate', files, targets });
    expect(result.exitCode).toBe(1);
    expect(report.verdict).toBe('fail');
    expect(report.findings[0]).toMatchObject({ severity: 'error' });
    expect(codes(report)).toContain('suppression/refused');
  });

  test.each([
    ['without Prometheus', { 'compose.yml': 'services:\n  redis:\n    image: redis:7\n' }],
    ['without a target', { 'prometheus.yml': 'global:\n  scrape_interval: 15s\n' }],
    ['with files that cannot be read', { 'compose.yml': 'services:\n\tredis:\n' }],
  ])('does not start a stack %s, whatever is suppressed', async (_, files) => {
    const reasons = ['stack/*', 'yaml/*', 'compose/*', 'file/*'].map((code) => `{code: ${code}, reason: all is well}`);
    const settings = { '.scrapegate.yml': `ignore: [${reasons.join(', ')}]\n` };
    const { report, calls } = await runOn({ command: 'gate', files: { ...files, ...settings } });
    expect(report.verdict).toBe('fail');
    expect(calls).toEqual([]);
    expect(report.findings[0]).toMatchObject({ severity: 'error' });
  });
});
