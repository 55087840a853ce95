import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { commandLine, runFault, type FaultResult } from '../../scripts/faults/run-fault.js';
import { writeStack } from '../../scripts/faults/stack.js';
import { FAULTS, VARIANTS } from '../../scripts/faults/all.js';
import { EngineCli } from '../../src/adapters/docker/engine-cli.js';
import { ComposeRuntime } from '../../src/adapters/docker/compose-runtime.js';
import { findEngine } from '../../src/adapters/docker/find-engine.js';
import { DockerInspection } from '../../src/adapters/docker/inspection.js';
import type { Report } from '../../src/model/report.js';
import { leftOfProject } from './stack-copy.js';

// All faults take minutes: `npm run test:faults` runs them, and their recordings run as unit tests. Here are some of each kind.
jest.setTimeout(120_000);

const directory = mkdtempSync(join(tmpdir(), 'scrapegate-faults-'));
afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

const faultNamed = (name: string) => {
  const fault = FAULTS.find((one) => one.name === name);
  if (!fault) throw new Error(`no fault ${name}`);
  return fault;
};

describe('a fault is found first, on its line, and again in its recording', () => {
  const names = [
    'loopback-by-variable',
    'metrics-elsewhere',
    'unknown-authority',
    'restarts-for-ever',
    'one-shot-fails',
    'chain-blocked',
    'probe-wrong-bind',
    'user-missing',
    'image-denied',
    'storage-read-only',
    'bad-flag-value',
  ];
  let results: readonly FaultResult[] = [];
  beforeAll(async () => {
    results = await inTurn(names.map((name) => () => runFault(faultNamed(name), 3, commandLine(false))));
  });

  test.each(names)('%s', (name) => {
    const result = results.find(({ fault }) => fault.name === name);
    expect(result).toMatchObject({ right: true, rightLine: true });
    expect(result?.trouble).toBeUndefined();
    const again = judgedAgain(result);
    expect(again.exitCode).toBe(1);
    expect(again.report.findings[0]).toEqual(result?.found);
  });
});

describe('nothing is found in a stack that works in its own way', () => {
  test.each(['one-shots', 'agent-behind-tls', 'flapping-start'])('%s', async (name) => {
    const variant = VARIANTS.find((one) => one.name === name);
    if (!variant) throw new Error(`no variant ${name}`);
    expect(await runFault(variant, 3, commandLine(false))).toMatchObject({ right: true, found: undefined });
  });
});

/** Three at a time: more would wait for the engine, not for what is tested. */
async function inTurn<T>(works: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  const left = [...works];
  const worker = async (): Promise<void> => {
    for (let work = left.shift(); work; work = left.shift()) results.push(await work());
  };
  await Promise.all([worker(), worker(), worker()]);
  return results;
}

function judgedAgain(result: FaultResult | undefined): { exitCode: number | null; report: Report } {
  const file = join(directory, 'run.json');
  writeFileSync(file, JSON.stringify(result?.recording));
  const [program = '', ...args] = commandLine(false);
  const options = { encoding: 'utf8', cwd: directory, env: { ...process.env, NODE_OPTIONS: '' } } as const;
  const { status, stdout } = spawnSync(program, [...args, 'judge', file, '--format', 'json'], options);
  return { exitCode: status, report: JSON.parse(stdout) as Report };
}

test('a target is the same from this machine and from the container of Prometheus, and so are its sockets', async () => {
  const stack = writeStack(faultNamed('metrics-elsewhere'), 3);
  const project = `scrapegate-ways-${String(process.pid)}`;
  const engine = await findEngine({});
  const options = { projectName: project, directory: stack, composeFiles: [], envFiles: [], profiles: [] };
  const runtime = new ComposeRuntime(options, engine);
  const here = new DockerInspection(engine, runtime);
  const inside = new DockerInspection(new EngineCli('ssh://far'), runtime);
  const { signal } = new AbortController();
  try {
    expect((await runtime.up(['prometheus', 'voice-ai-agent'], signal)).exitCode).toBe(0);
    const agent = (await runtime.containers()).find(({ service }) => service === 'voice-ai-agent');
    if (!agent) throw new Error('no container');
    const listening = async () => (await here.facts(agent, signal)).listening?.filter(({ port }) => port === 8000);
    for (let tries = 0; tries < 100 && (await listening())?.length !== 1; tries++)
      await new Promise((done) => setTimeout(done, 100));
    expect(await listening()).toEqual([{ family: 4, address: '0.0.0.0', port: 8000 }]);
    // A process of another machine, as it looks from here.
    const far = await inside.facts({ ...agent, pid: 1 }, signal);
    expect(far.listening).toEqual((await here.facts(agent, signal)).listening);
    const base = { address: agent.addresses[0] ?? '', headers: {}, timeoutMs: 5000, from: 'prometheus' };
    for (const [path, expected] of [
      ['/metrics', { status: 404 }],
      ['/actuator/prometheus', { status: 200, step: 'done', bodyBytes: 286 }],
    ] as const)
      for (const way of [here, inside]) {
        const answer = await way.get({ ...base, url: `http://voice-ai-agent:8000${path}` }, signal);
        expect(answer).toMatchObject(expected);
      }
    expect(await inside.get({ ...base, url: 'http://nobody:8000/' }, signal)).toMatchObject({ step: 'resolve' });
  } finally {
    await runtime.down({ keep: { containers: [], networks: [], volumes: [], images: [] } });
    await engine.close();
    rmSync(dirname(stack), { recursive: true, force: true });
  }
  expect(leftOfProject(project)).toEqual([]);
});
