import { describe, expect, test } from '@jest/globals';
import type { ContainerSnapshot, Observation } from '../../src/model/observation.js';
import { failureEvidence } from '../../src/rules/failure-evidence.js';
import type { Run } from '../../src/rules/rule.js';
import { heldBack, waitingChains } from '../../src/rules/waiting-chain.js';
import { planBringUp } from '../../src/stages/plan.js';
import { stackOf } from '../fakes/load.js';

const BEGAN = Date.UTC(2026, 10, 25, 18, 9, 38, 100);

/** Redis first; agent and exporter wait for it, web waits for agent, backup for web, and metrics would like redis. */
const STACK = stackOf({
  'compose.yml': `services:
  redis:
    image: redis:7
    healthcheck:
      test: [CMD, redis-cli, ping]
  agent:
    image: example/agent:1
    depends_on: {redis: {condition: service_healthy}}
  exporter:
    image: example/exporter:1
    depends_on: {redis: {condition: service_healthy}}
  web:
    image: example/web:1
    depends_on: [agent, exporter]
  backup:
    image: example/backup:1
    depends_on: {web: {condition: service_completed_successfully}}
  metrics:
    image: example/metrics:1
    depends_on: {redis: {condition: service_healthy, required: false}}
`,
});

function runOf(
  container: Partial<ContainerSnapshot>,
  rest: Partial<Observation> = {},
): { run: Run; container: ContainerSnapshot } {
  const snapshot: ContainerSnapshot = {
    id: 'redis-id',
    name: 'run-redis-1',
    service: 'redis',
    image: 'redis:7',
    state: 'running',
    health: 'none',
    exitCode: 0,
    oomKilled: false,
    restarts: 0,
    restartPolicy: 'no',
    maximumRetries: 0,
    startedAtMs: BEGAN + 2800,
    finishedAtMs: 0,
    startError: '',
    probes: [],
    addresses: [],
    publishedPorts: [],
    ...container,
  };
  const observation: Observation = {
    atMs: BEGAN + 10_000,
    runStartedMs: BEGAN,
    containers: [snapshot],
    prometheus: { ready: false },
    logs: {},
    neverStarted: ['agent', 'exporter', 'web', 'backup', 'metrics'],
    ...rest,
  };
  return { run: { stack: STACK, plan: planBringUp(STACK), targets: [], observation }, container: snapshot };
}

function evidenceOf(container: Partial<ContainerSnapshot>, rest: Partial<Observation> = {}): string[] {
  const { run, container: snapshot } = runOf(container, rest);
  const [redis] = STACK.project.services;
  if (!redis) throw new Error('the stack has a redis');
  return failureEvidence(run, redis, snapshot);
}

describe('the evidence of a failed service', () => {
  test('says since when, why by its exit code, who waits for it, and its log to the end', () => {
    const exited = { state: 'exited', exitCode: 127, finishedAtMs: BEGAN + 3200 } as const;
    expect(evidenceOf(exited, { logs: { redis: ['starting', 'sh: redis-serve: not found'] } })).toEqual([
      'since: it exited at 18:09:41.300 UTC, 3.2 s after the run began; it ran for 400 ms',
      'exit code 127: the command was not found: no such program in the image or in PATH, or no such interpreter or library loader',
      'waiting for it: agent (until redis is healthy) ← web (until agent is started) ← backup (until web is completed)',
      'waiting for it: exporter (until redis is healthy)',
      'its last log lines:',
      'starting',
      'sh: redis-serve: not found',
    ]);
  });

  test('quotes the runs of the probe, and what they printed stays indented', () => {
    const probe = (second: number, exitCode: number, output: string) => ({
      at: new Date(BEGAN + second * 1000).toISOString(),
      endedAt: new Date(BEGAN + second * 1000 + 50).toISOString(),
      exitCode,
      output,
    });
    const probes = [
      probe(3, 0, 'PONG'),
      probe(4, 1, ''),
      probe(5, 1, 'no\n::error::x'),
      probe(6, 1, 'no\n::error::x\n'),
    ];
    expect(evidenceOf({ health: 'unhealthy', probes, failingStreak: 3 }, { neverStarted: [] })).toEqual([
      'since: its probe fails since 18:09:42.100 UTC, 4.0 s after the run began',
      'probe: CMD redis-cli ping (failed 3 times in a row)',
      'probe run: 18:09:42.100 UTC, took 50 ms, exit code 1, no output',
      'probe run: 18:09:43.100 UTC, took 50 ms, exit code 1, no\n  ::error::x',
      'probe run: 18:09:44.100 UTC, took 50 ms, exit code 1, the same output',
      'log: it logged nothing',
    ]);
  });

  test('says "at least" when Docker kept no probe that passed', () => {
    const probes = [1, 2, 3, 4, 5].map((second) => ({
      at: new Date(BEGAN + second * 1000).toISOString(),
      exitCode: 1,
      output: 'x'.repeat(3) + '\ny'.repeat(30),
    }));
    const [since, , run] = evidenceOf({ health: 'unhealthy', probes }, { neverStarted: [] });
    expect(since).toBe('since: its probe fails at least since 18:09:39.100 UTC, 1.0 s after the run began');
    expect(run?.split('\n')).toHaveLength(13);
    expect(run).toMatch(/… 19 more lines$/);
  });

  test('of a crash loop tells the restarts and the last exit, also in the instant in which it runs', () => {
    const loop = { restarts: 4, restartPolicy: 'always', exitCode: 139, finishedAtMs: BEGAN + 9000 };
    const words =
      'exit code 139: ended by SIGSEGV: it used memory that is not its own: a bug in the program or a native library';
    expect(evidenceOf({ ...loop, state: 'restarting' }, { neverStarted: [] })).toEqual([
      'since: it exited at 18:09:47.100 UTC, 9.0 s after the run began; it ran for 6.2 s',
      'restarts: 4 by its restart policy "always"',
      words,
      'log: it logged nothing',
    ]);
    expect(evidenceOf({ ...loop, state: 'running', exitCode: 0 }, { neverStarted: [] })).toEqual([
      'since: it runs since 18:09:40.900 UTC, 2.8 s after the run began',
      'restarts: 4 by its restart policy "always"',
      'log: it logged nothing',
    ]);
  });

  test('says what Docker said, and nothing of times that are not known', () => {
    const created = { state: 'created', startedAtMs: 0, startError: 'no such file' } as const;
    expect(evidenceOf(created, { neverStarted: [] })).toEqual(['Docker says: no such file', 'log: it logged nothing']);
  });
});

describe('services that a failed one holds back', () => {
  test('are each named once, nearest first, without those that can do without it', () => {
    expect(heldBack(runOf({}).run, 'redis').map(({ name }) => name)).toEqual(['agent', 'exporter', 'web', 'backup']);
    expect(heldBack(runOf({}, { neverStarted: ['exporter'] }).run, 'redis').map(({ name }) => name)).toEqual([
      'exporter',
    ]);
  });

  test('are counted when there are too many chains', () => {
    const names = Array.from({ length: 12 }, (_, n) => `s${String(n)}`);
    const services = names.map((name) => `  ${name}:\n    image: x:1\n    depends_on: [redis]\n`).join('');
    const stack = stackOf({ 'compose.yml': `services:\n  redis:\n    image: redis:7\n${services}` });
    const observation = runOf({}, { neverStarted: names }).run.observation;
    const chains = waitingChains({ stack, observation }, 'redis');
    expect(chains).toHaveLength(9);
    expect(chains.at(-1)).toBe('and 4 more');
  });

  test('do not go round in a circle', () => {
    const stack = stackOf({
      'compose.yml':
        'services:\n  redis:\n    image: r:1\n    depends_on: [b]\n  a:\n    image: a:1\n    depends_on: [redis]\n  b:\n    image: b:1\n    depends_on: [a]\n',
    });
    const observation = runOf({}, { neverStarted: ['redis', 'a', 'b'] }).run.observation;
    expect(waitingChains({ stack, observation }, 'redis')).toEqual([
      'a (until redis is started) ← b (until a is started)',
    ]);
  });
});
