/**
 * `npm run record-events`: runs each scenario on the engine that is here and writes what it told, event by event, with how the container
 * was right after it, to `__tests__/fixtures/events/ENGINE/SCENARIO.json`. Names of scenarios as arguments limit it to those.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine, EngineEvent, InspectedContainer } from '../src/adapters/docker/engine.js';
import { findEngine } from '../src/adapters/docker/find-engine.js';
import { SCENARIOS, composeFile, type Scenario } from './events/scenarios.js';

const FIXTURES = join(import.meta.dirname, '..', '__tests__/fixtures/events');
/** When somebody else meddles with it. */
const MEDDLE_AT_MS = 500;

interface Entry {
  readonly receivedAtMs: number;
  readonly event: EngineEvent;
  readonly inspected?: InspectedContainer | undefined;
}

function docker(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('docker', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`docker ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

async function record(scenario: Scenario, engine: Engine, image: string): Promise<Entry[]> {
  const directory = mkdtempSync(join(tmpdir(), 'scrapegate-events-'));
  const project = `scrapegate-events-${String(process.pid)}`;
  const compose = ['compose', '--project-name', project, '--file', join(directory, 'compose.yml')];
  writeFileSync(join(directory, 'compose.yml'), composeFile(scenario, image));
  const stop = new AbortController();
  const entries: Entry[] = [];
  const listening = listen(engine, project, stop.signal, entries);
  try {
    // The stream has to be open before anything happens.
    await pause(300);
    docker(...compose, 'up', '--detach');
    const upMs = Date.now();
    if (scenario.meddling) {
      await pause(MEDDLE_AT_MS);
      const [id = ''] = docker(...compose, 'ps', '--all', '--quiet').split('\n');
      docker(...scenario.meddling, id);
    }
    await pause(scenario.forMs - (Date.now() - upMs));
  } finally {
    stop.abort();
    await listening;
    docker(...compose, 'down', '--volumes', '--timeout', '1');
    rmSync(directory, { recursive: true });
  }
  return entries;
}

async function listen(engine: Engine, project: string, signal: AbortSignal, entries: Entry[]): Promise<void> {
  try {
    for await (const { Action, Actor, timeNano } of engine.events(project, signal)) {
      const receivedAtMs = Date.now();
      const attributes = Object.entries(Actor.Attributes ?? {}).filter(([name]) => READ.has(name));
      const event = { Action, Actor: { ID: Actor.ID, Attributes: Object.fromEntries(attributes) }, timeNano };
      const [found] = await engine.inspect([Actor.ID]);
      entries.push({ receivedAtMs, event, ...(found ? { inspected: whatIsRead(found) } : {}) });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

const READ = new Set(['com.docker.compose.service', 'exitCode', 'signal', 'name']);

function whatIsRead({ Id, Name, RestartCount, State, Config, HostConfig }: InspectedContainer): InspectedContainer {
  const { Status, ExitCode, OOMKilled, Error, StartedAt, FinishedAt, Health } = State;
  const { Name: policy, MaximumRetryCount } = HostConfig.RestartPolicy;
  const labels = Object.entries(Config.Labels ?? {}).filter(([name]) => READ.has(name));
  return {
    Id,
    Name,
    RestartCount,
    State: {
      Status,
      ExitCode,
      OOMKilled,
      Error,
      StartedAt,
      FinishedAt,
      ...(Health ? { Health: { ...Health, Log: (Health.Log ?? []).slice(-1) } } : {}),
    },
    Config: { Image: 'node', Labels: Object.fromEntries(labels) },
    HostConfig: { RestartPolicy: { Name: policy, MaximumRetryCount } },
    NetworkSettings: { Networks: {}, Ports: {} },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}

const image = process.env['NODE_IMAGE'];
if (image === undefined) throw new Error('NODE_IMAGE is not set: run it under scripts/with-docker.sh');
const engine = await findEngine(process.env);
const version = (await engine.version(AbortSignal.timeout(10_000))).replace(/\+.*/, '');
const compose = docker('compose', 'version', '--short').replace(/^v?([\d.]+).*/, '$1');
const into = join(FIXTURES, `engine-${version}-compose-${compose}`);
mkdirSync(into, { recursive: true });
const wanted = process.argv.slice(2);
for (const scenario of SCENARIOS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const entries = await record(scenario, engine, image);
  const recording = { engine: version, compose, scenario: scenario.name, entries };
  writeFileSync(join(into, `${scenario.name}.json`), `${JSON.stringify(recording, null, 1)}\n`);
  const told = entries.map(({ event }) => event.Action.replace('health_status: ', '')).join(' ');
  console.log(`${scenario.name}: ${told}`);
}
await engine.close();
