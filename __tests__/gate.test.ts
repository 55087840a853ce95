import { describe, expect, test } from '@jest/globals';
import { gate } from '../src/gate.js';
import { EnvironmentError } from '../src/model/errors.js';
import type { Progress } from '../src/ports/progress.js';
import type { CommandResult } from '../src/ports/runtime.js';
import type { RunRecord } from '../src/model/run-record.js';
import { silentProgress } from '../src/adapters/silent-progress.js';
import { statusOf, verdictOf } from '../src/verdict.js';
import { FakeClock } from './fakes/fake-clock.js';
import type { HostObservation } from '../src/model/host.js';
import type { NamedStage } from '../src/model/plan.js';
import { FakeHost } from './fakes/fake-host.js';
import { FakePrometheus, type TargetScript } from './fakes/fake-prometheus.js';
import { FakeRuntime, healthyAfter, type Script } from './fakes/fake-runtime.js';
import { AGENT_STACK, stackOf } from './fakes/load.js';

const HEALTHY: Readonly<Record<string, Script>> = {
  redis: healthyAfter(1000),
  prometheus: healthyAfter(2000),
  agent: healthyAfter(500),
};
const up: TargetScript = () => [{}];

interface Options {
  readonly scripts?: Readonly<Record<string, Script>>;
  readonly targets?: TargetScript;
  readonly timeoutMs?: number;
  readonly tearDown?: 'now' | 'later';
  readonly cancelAfterMs?: number;
  readonly files?: Readonly<Record<string, string>>;
  readonly logs?: Readonly<Record<string, readonly string[]>>;
  readonly prepare?: (runtime: FakeRuntime) => void;
  readonly host?: HostObservation;
  readonly stages?: readonly NamedStage[];
  readonly announce?: () => void;
  readonly progress?: Progress;
}

async function runGate(
  options: Options = {},
): Promise<{ record: RunRecord; runtime: FakeRuntime; prometheus: FakePrometheus }> {
  const clock = new FakeClock();
  const runtime = new FakeRuntime(clock, { ...HEALTHY, ...options.scripts }, options.logs);
  options.prepare?.(runtime);
  const prometheus = new FakePrometheus(clock, options.targets ?? up);
  const cancel = new AbortController();
  if (options.cancelAfterMs !== undefined) {
    void clock.sleep(options.cancelAfterMs).then(() => {
      cancel.abort();
    });
  }
  const stack = stackOf(options.files ?? AGENT_STACK);
  const told = {
    projectName: 'run',
    timeoutMs: options.timeoutMs ?? 300_000,
    tearDown: options.tearDown ?? ('now' as const),
    stages: options.stages ?? [],
  };
  const record = await gate(
    stack,
    told,
    {
      runtime,
      door: prometheus,
      host: new FakeHost(options.host),
      clock,
      progress: options.progress ?? silentProgress,
      announce: options.announce ?? (() => runtime.calls.push('announce')),
    },
    cancel.signal,
  );
  return { record, runtime, prometheus };
}

const FAIL_WHEN = { failOn: 'degraded', failOnSeverity: 'error' } as const;
const codes = (record: RunRecord): string[] =>
  record.findings.map(({ code, cause }) => (cause ? `${code}: ${cause}` : code));

describe('a stack that works', () => {
  test('passes, with Prometheus first and every stage told', async () => {
    const { record, runtime } = await runGate();
    expect(verdictOf(record, FAIL_WHEN)).toBe('pass');
    expect(statusOf(record)).toBe('healthy');
    expect(runtime.calls).toEqual([
      'require',
      'announce',
      'create prometheus',
      'create redis agent',
      'start prometheus',
      'start redis',
      'start agent',
      'down',
    ]);
    expect(record.stages.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'check passed',
      'prepare passed',
      'pull passed',
      'build passed',
      'up passed',
      'wait passed',
      'verify passed',
      'down passed',
    ]);
  });

  test('starts a service only when what it waits for is healthy', async () => {
    const { record } = await runGate({ scripts: { redis: healthyAfter(60_000) } });
    const ready = record.readyAt;
    expect((ready.get('agent') ?? 0) - (ready.get('redis') ?? 0)).toBeGreaterThanOrEqual(0);
    expect(record.endedMs - record.startedMs).toBeGreaterThan(60_000);
    expect(verdictOf(record, FAIL_WHEN)).toBe('pass');
  });

  test('is left running when somebody else removes it', async () => {
    const { record, runtime } = await runGate({ tearDown: 'later' });
    expect(runtime.calls).not.toContain('down');
    expect(record.stages.at(-1)).toMatchObject({ name: 'down', status: 'skipped' });
  });

  test('keeps volumes that were there before', async () => {
    const { runtime } = await runGate({
      prepare: (fake) => (fake.before = { containers: [], networks: [], volumes: ['mine'] }),
    });
    expect(runtime.calls.at(-1)).toBe('down but mine');
  });

  test('a one-shot that exits 0 is ready', async () => {
    const { record } = await runGate({
      scripts: { redis: () => ({ state: 'exited', exitCode: 0 }) },
      files: withoutHealthCondition(),
    });
    expect(verdictOf(record, FAIL_WHEN)).toBe('pass');
  });
});

function withoutHealthCondition(): Record<string, string> {
  const compose = AGENT_STACK['compose.yml']
    .replace('service_healthy', 'service_completed_successfully')
    // A server would not end.
    .replace('image: redis:7', 'image: example/setup:1');
  return { ...AGENT_STACK, 'compose.yml': compose };
}

describe('an answer of Prometheus that is none', () => {
  test('an empty list right after ready is waited out', async () => {
    const { record, prometheus } = await runGate({ targets: (since) => (since < 6000 ? [] : [{}]) });
    expect(verdictOf(record, FAIL_WHEN)).toBe('pass');
    expect(prometheus.questions).toBeGreaterThan(3);
  });

  test('a list that stays empty is a missing target', async () => {
    const { record } = await runGate({ targets: () => [] });
    expect(codes(record)).toEqual(['runtime/target-missing: target-missing']);
    expect(verdictOf(record, FAIL_WHEN)).toBe('fail');
  });

  test('unknown is waited out', async () => {
    const { record } = await runGate({ targets: (since) => [{ health: since < 20_000 ? 'unknown' : 'up' }] });
    expect(verdictOf(record, FAIL_WHEN)).toBe('pass');
  });

  test('unknown until the deadline fails, and says that the scrape did not come', async () => {
    const { record } = await runGate({ targets: () => [{ health: 'unknown' }], timeoutMs: 30_000 });
    expect(codes(record)).toEqual(['runtime/target-not-scraped: never-scraped']);
    expect(verdictOf(record, FAIL_WHEN)).toBe('fail');
    expect(record.endedMs - record.startedMs).toBeLessThan(31_000);
  });

  test('a list without the expected job is no proof', async () => {
    const { record } = await runGate({ targets: () => [{ scrapePool: 'other', address: 'other:1' }] });
    expect(verdictOf(record, FAIL_WHEN)).toBe('fail');
  });
});

describe('a target that is down', () => {
  const down =
    (lastError: string): TargetScript =>
    () => [{ health: 'down', lastError }];

  test('fails at the first scrape when another one cannot help', async () => {
    const { record, prometheus } = await runGate({
      targets: down('received unsupported Content-Type "application/json"'),
    });
    expect(codes(record)).toEqual(['runtime/target-down: not-exposition-json']);
    expect(prometheus.questions).toBe(1);
  });

  test('gets a second scrape when the service may only just have started', async () => {
    const { record } = await runGate({ targets: down('dial tcp 10.0.0.2:8000: connect: connection refused') });
    expect(codes(record)).toEqual(['runtime/target-down: connection-refused']);
    const verify = record.stages.find(({ name }) => name === 'verify');
    expect(verify?.duration_ms).toBeGreaterThanOrEqual(14_000);
  });

  test('is no failure when the second scrape succeeds', async () => {
    const targets: TargetScript = (since) =>
      since < 15_000 ? [{ health: 'down', lastError: 'connection refused' }] : [{}];
    const { record } = await runGate({ targets });
    expect(verdictOf(record, FAIL_WHEN)).toBe('pass');
  });
});

describe('a service that fails', () => {
  test('that exits ends the wait at once, with its last log lines', async () => {
    const { record } = await runGate({
      scripts: { agent: (since) => (since < 2000 ? { health: 'starting' } : { state: 'exited', exitCode: 1 }) },
      logs: { agent: ['listening', 'Error: no API key'] },
    });
    expect(codes(record)).toEqual(['runtime/service-failed: container-exited']);
    expect(record.findings[0]?.message).toContain('Error: no API key');
    expect(record.findings[0]?.evidence).toContain('listening');
    expect(record.endedMs - record.startedMs).toBeLessThan(10_000);
  });

  test('that exits during verification ends that too', async () => {
    const { record } = await runGate({
      targets: () => [{ health: 'unknown' }],
      scripts: { agent: (since) => (since < 30_000 ? { health: 'healthy' } : { state: 'exited', exitCode: 1 }) },
    });
    expect(codes(record)).toEqual(['runtime/service-failed: container-exited']);
    expect(record.endedMs - record.startedMs).toBeLessThan(45_000);
  });

  test('that holds others back names them', async () => {
    const { record, runtime } = await runGate({ scripts: { redis: () => ({ state: 'exited', exitCode: 1 }) } });
    expect(runtime.calls).not.toContain('start agent');
    expect(record.findings[0]?.related.map(({ message }) => message)).toEqual([
      'service "agent" was never started: it waits for "redis"',
      'target "agent:8000" of scrape job "agent" is unknown because of it',
    ]);
  });

  test('that cannot be healthy for want of a healthcheck ends the wait for it at once', async () => {
    const { record } = await runGate({ scripts: { redis: () => ({ health: 'none' }) } });
    expect(codes(record)).toEqual(['runtime/dependency-unmet: dependency-unmet']);
    expect(record.findings[0]?.location).toMatchObject({ file: 'compose.yml', start: { line: 6 } });
    expect(record.endedMs - record.startedMs).toBeLessThan(10_000);
  });

  test('that never becomes healthy fails at the deadline, in five virtual minutes', async () => {
    const { record } = await runGate({ scripts: { agent: () => ({ health: 'starting' }) } });
    expect(codes(record)).toEqual(['runtime/service-not-ready: healthcheck-slow']);
    expect(record.endedMs - record.startedMs).toBeGreaterThanOrEqual(300_000);
    expect(verdictOf(record, FAIL_WHEN)).toBe('fail');
  });

  test('that restarts over and over is a crash loop', async () => {
    const loop: Script = (since, startedAtMs) => ({
      startedAtMs: startedAtMs + Math.floor(since / 1000) * 1000,
      state: since % 1000 < 500 ? 'running' : 'restarting',
      restarts: Math.floor(since / 1000),
      restartPolicy: 'always',
    });
    const { record } = await runGate({ scripts: { agent: loop } });
    expect(codes(record)).toEqual(['runtime/service-failed: crash-loop']);
  });

  test('that Docker cannot start is told in its words', async () => {
    const failed = {
      command: 'docker compose up',
      exitCode: 1,
      stdout: '',
      output: 'Bind for 0.0.0.0:8000 failed: port is already allocated',
    };
    const { record } = await runGate({
      prepare: (fake) => {
        const ok = fake.upResult;
        fake.upResult = (services) => (services.includes('agent') ? failed : ok(services));
      },
    });
    expect(codes(record)).toEqual(['runtime/bring-up-failed: port-in-use']);
    expect(record.findings[0]?.location).toMatchObject({ file: 'compose.yml', start: { line: 4 } });
  });

  test('to be had as an image is told while its stage still runs, before anything else is looked at', async () => {
    const lines: string[] = [];
    await runGate({
      files: { ...AGENT_STACK, 'compose.yml': `${AGENT_STACK['compose.yml']}    pull_policy: never\n` },
      prepare: (fake) => {
        fake.absentImages = (images) => Promise.resolve(images);
      },
      progress: {
        stageStarted: () => undefined,
        stageEnded: (name, outcome) => lines.push(`${name} ${outcome}`),
        note: (line) => lines.push(line),
      },
    });
    const told = lines.findIndex((line) => line.includes('pull_policy "never" forbids'));
    expect(lines[told]).toMatch(/^docker image inspect \S+ failed: No such image: /);
    expect(lines[told + 1]).toBe('pull failed');
  });

  test('to start without a word of Docker is told with the exit code', async () => {
    const lines: string[] = [];
    await runGate({
      prepare: (fake) => {
        fake.upResult = () => ({ command: 'docker compose up', exitCode: 137, stdout: '', output: '\n' });
      },
      progress: { ...silentProgress, note: (line) => lines.push(line) },
    });
    expect(lines).toContain('docker compose up failed: exit code 137, without a word');
  });
});

describe('programs with the last word', () => {
  const answer = (exitCode: number, output: string): CommandResult => ({ command: '', exitCode, stdout: '', output });

  test('are asked about the files of a stack, out of its own images', async () => {
    const { record, runtime } = await runGate({ prepare: (fake) => (fake.consultResult = () => answer(0, '')) });
    expect(codes(record)).toEqual([]);
    expect(runtime.consulted).toEqual([
      { program: 'docker compose config' },
      {
        program: 'promtool',
        image: 'prom/prometheus:v3.5.0',
        mounts: [{ source: '/stack/prometheus.yml', target: '/etc/prometheus/prometheus.yml' }],
        args: ['check', 'config', '/etc/prometheus/prometheus.yml'],
      },
    ]);
    expect(record.observation?.authorities?.map(({ accepted }) => accepted)).toEqual([true, true]);
  });

  test('that refuse what we accept are quoted, without failing the gate', async () => {
    const refuse = (fake: FakeRuntime): void => {
      fake.consultResult = ({ program }) =>
        program === 'promtool' ? answer(1, 'FAILED: field x not found') : undefined;
    };
    const { record } = await runGate({ prepare: refuse });
    expect(verdictOf(record, FAIL_WHEN)).toBe('pass');
    expect(record.findings.map(({ code, severity, message }) => `${severity} ${code} ${message}`)).toEqual([
      'warning runtime/authority-disagrees promtool refuses prometheus.yml, in which Scrapegate finds no fault: FAILED: field x not found',
    ]);
  });

  test('that accept what we refuse are told beside our errors, and nothing is started', async () => {
    const files = { ...AGENT_STACK, 'prometheus.yml': `${AGENT_STACK['prometheus.yml']}nonsense: 1\n` };
    const { record, runtime } = await runGate({ files, prepare: (fake) => (fake.consultResult = () => answer(0, '')) });
    expect(codes(record)).toEqual(['prometheus/unknown-key', 'runtime/authority-disagrees']);
    expect(runtime.calls).toEqual([]);
  });

  test('that cannot be asked are left out', async () => {
    const { record } = await runGate();
    expect(record.observation?.authorities).toEqual([]);
  });
});

describe('what is not the stack', () => {
  test('time that is over while images are pulled is told', async () => {
    const { record } = await runGate({
      timeoutMs: 20_000,
      prepare: (fake) => {
        fake.upTakesMs = (services) => (services.includes('redis') ? 600_000 : 0);
      },
    });
    expect(codes(record)).toEqual(['runtime/interrupted: deadline-passed']);
    expect(verdictOf(record, FAIL_WHEN)).toBe('fail');
  });

  test('errors of check start nothing', async () => {
    const files = { ...AGENT_STACK, 'prometheus.yml': 'scrape_config: []\n' };
    const { record, runtime } = await runGate({ files });
    expect(runtime.calls).toEqual([]);
    expect(verdictOf(record, FAIL_WHEN)).toBe('fail');
  });

  test('a missing engine throws before anything starts', async () => {
    const error = new EnvironmentError('docker is not installed');
    await expect(runGate({ prepare: (fake) => (fake.requireError = error) })).rejects.toBe(error);
  });

  test('an engine that goes away throws, and the stack is removed if it can be', async () => {
    let runtime: FakeRuntime | undefined;
    const prepare = (fake: FakeRuntime): void => {
      runtime = fake;
      fake.goneAfterMs = 1500;
    };
    await expect(runGate({ prepare })).rejects.toThrow('the engine is gone');
    expect(runtime?.calls.at(-1)).toBe('down');
  });

  test('a cancelled run stops waiting, tells what is known and is an error', async () => {
    const { record, runtime } = await runGate({
      scripts: { agent: () => ({ health: 'starting' }) },
      cancelAfterMs: 10_000,
    });
    expect(verdictOf(record, FAIL_WHEN)).toBe('error');
    expect(record.readyAt.has('redis')).toBe(true);
    expect(record.endedMs - record.startedMs).toBeLessThan(15_000);
    expect(runtime.calls.at(-1)).toBe('down');
  });

  test('a preparation that breaks off after the project is ours is cleaned up as well, and its own error is told', async () => {
    let runtime: FakeRuntime | undefined;
    const prepare = (fake: FakeRuntime): void => {
      runtime = fake;
    };
    const announce = (): never => {
      throw new Error('the state cannot be saved');
    };
    await expect(runGate({ prepare, announce })).rejects.toThrow('the state cannot be saved');
    expect(runtime?.calls).toEqual(['require', 'down']);
  });

  test('what could not be removed is told with the reason, and the stage has failed', async () => {
    const notes: string[] = [];
    const { record } = await runGate({
      progress: { ...silentProgress, note: (line) => notes.push(line) },
      prepare: (fake) => (fake.left = { containers: [], networks: ['n1'], volumes: [], problems: ['it is in use'] }),
    });
    expect(record.stages.at(-1)).toMatchObject({ name: 'down', status: 'failed' });
    expect(notes.at(-1)).toContain('project run could not be removed whole: network n1 (it is in use)');
    expect(verdictOf(record, FAIL_WHEN)).toBe('pass');
  });

  test('containers that are there before are never touched', async () => {
    const inUse = runGate({
      prepare: (fake) => (fake.before = { containers: ['a', 'b'], networks: ['n'], volumes: [] }),
    });
    await expect(inUse).rejects.toThrow('already has 2 containers');
  });
});

test('a degraded stack passes only when it may', async () => {
  const files = {
    ...AGENT_STACK,
    'prometheus.yml': `${AGENT_STACK['prometheus.yml']}  - job_name: pages\n    metrics_path: /pages\n    static_configs:\n      - targets: [agent:8000]\n`,
  };
  const targets: TargetScript = () => [
    {},
    {
      scrapePool: 'pages',
      address: 'agent:8000',
      health: 'down',
      lastError: 'unsupported Content-Type "text/html"',
    },
  ];
  const { record } = await runGate({ files, targets });
  expect(statusOf(record)).toBe('degraded');
  expect(verdictOf(record, FAIL_WHEN)).toBe('fail');
  expect(verdictOf(record, { ...FAIL_WHEN, failOn: 'unhealthy' })).toBe('pass');
});
