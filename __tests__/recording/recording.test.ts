import { describe, expect, test } from '@jest/globals';
import { silentProgress } from '../../src/adapters/silent-progress.js';
import { judgeRecording } from '../../src/judge-recording.js';
import { parseRecording } from '../../src/recording/recording.js';
import { run, type RunPorts, type RunResult } from '../../src/run.js';
import type { Settings } from '../../src/settings/settings.js';
import { CHECK_SETTINGS } from '../fakes/check-settings.js';
import { FakeClock } from '../fakes/fake-clock.js';
import { FakeHost } from '../fakes/fake-host.js';
import { FakePrometheus, type TargetScript } from '../fakes/fake-prometheus.js';
import { FakeRuntime, healthyAfter } from '../fakes/fake-runtime.js';
import { AGENT_STACK } from '../fakes/load.js';
import { MemoryFiles } from '../fakes/memory-files.js';

const REFUSED: TargetScript = () => [
  {
    health: 'down',
    lastError: 'Get "http://agent:8000/metrics": dial tcp 172.18.0.3:8000: connect: connection refused',
  },
];
const UP: TargetScript = () => [{}];

async function record(
  targets: TargetScript,
  files: Readonly<Record<string, string>> = AGENT_STACK,
  more: Partial<Settings> = {},
): Promise<RunResult> {
  const clock = new FakeClock();
  const runtime = new FakeRuntime(clock, {
    redis: healthyAfter(1000),
    prometheus: healthyAfter(1000),
    agent: () => ({
      networks: [{ name: 'run_default', address: '172.18.0.3', address6: '', names: ['agent'] }],
      addresses: ['172.18.0.3'],
      listening: [{ family: 4, address: '127.0.0.1', port: 8000 }],
    }),
  });
  const ports: RunPorts = {
    files: new MemoryFiles(
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`/project/stack/${path}`, text])),
    ),
    clock,
    progress: silentProgress,
    workingDirectory: '/project',
    environment: { HOME: '/home/me', GITHUB_TOKEN: 'must-not-be-seen' },
    version: '1.2.3',
    displayPath: (absolute) => absolute.replace('/project/', ''),
    openRuntime: () =>
      Promise.resolve({
        runtime,
        door: new FakePrometheus(clock, targets),
        host: new FakeHost(),
        close: () => Promise.resolve(),
      }),
    newProjectName: () => 'run',
    announceProject: () => undefined,
    tearDown: 'now',
  };
  const settings: Settings = {
    ...CHECK_SETTINGS,
    command: 'gate',
    paths: ['stack'],
    timeoutMs: 300_000,
    record: 'r.json',
    ...more,
  };
  return run(settings, ports, new AbortController().signal);
}

const again = (text: string | undefined): Promise<RunResult> =>
  judgeRecording(parseRecording(text ?? '', 'r.json'), '1.2.3');

describe('a recorded run', () => {
  test.each([
    ['that passed', UP, AGENT_STACK, 0],
    ['with a target that is down', REFUSED, AGENT_STACK, 1],
    [
      'that stopped at its files',
      UP,
      {
        ...AGENT_STACK,
        'prometheus.yml': AGENT_STACK['prometheus.yml'].replace('scrape_interval', 'scrape_intervall'),
      },
      1,
    ],
  ] as const)('%s is judged again with the same report and exit code', async (_, targets, files, exitCode) => {
    const first = await record(targets, files);
    expect(first.exitCode).toBe(exitCode);
    const second = await again(first.recording);
    expect(second.report).toEqual(first.report);
    expect(second.exitCode).toBe(first.exitCode);
    expect([...second.sources]).toEqual([...first.sources]);
  });

  test('names the address that is listened on, from the recording alone', async () => {
    const { report } = await again((await record(REFUSED)).recording);
    expect(report.findings[0]).toMatchObject({
      cause: 'listens-on-loopback',
      location: { file: 'stack/compose.yml', start: { line: 2 } },
    });
    expect(report.findings[0]?.message).toContain('listens on 127.0.0.1:8000 only');
  });

  test('keeps its suppressions and its limits', async () => {
    const noted = AGENT_STACK['prometheus.yml'].replace(
      '[agent:8000]',
      '[agent:8000] # scrapegate-ignore runtime/target-down: comes next week',
    );
    const first = await record(REFUSED, { ...AGENT_STACK, 'prometheus.yml': noted }, { failOn: 'unhealthy' });
    const second = await again(first.recording);
    expect(second.report).toEqual(first.report);
  });

  test('has no variable that the files do not name', async () => {
    const { recording } = await record(UP);
    expect(recording).not.toContain('must-not-be-seen');
    expect(parseRecording(recording ?? '', 'r.json').environment).toEqual({ HOME: '/home/me' });
  });

  test('is only written when it is asked for', async () => {
    expect((await record(UP, AGENT_STACK, { record: undefined })).recording).toBeUndefined();
  });
});

describe('what is no recording', () => {
  test.each([
    ['{', '"r.json" is no recording: it is not JSON; gate --record FILE writes one'],
    ['{}', '"r.json" is no recording: gate --record FILE writes one'],
    ['null', '"r.json" is no recording: gate --record FILE writes one'],
    ['{"schema_version": 2}', '"r.json" is a recording of version 2, but this Scrapegate reads version 1'],
  ])('%s', (text, message) => {
    expect(() => parseRecording(text, 'r.json')).toThrow(message);
  });
});
