/**
 * `npm run bench:boot`: time to verdict of `scrapegate gate` beside `docker compose up -d --wait` and a poll of `/api/v1/targets` every second,
 * which is what a workflow does without it. Same example, same images, in turns in one run; healthchecks every 10 s and every 30 s, scrapes
 * every 15 s. Teardown is part of neither: the gate runs with --keep and is over when its process has ended, report written and all.
 * The floor is the instant at which the gate's own Prometheus first lists the last expected target as up, seen by a poll of our own.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { request } from 'undici';
import { RunDirectory } from '../src/adapters/run-directory.js';
import type { Report } from '../src/model/report.js';
import { CLI, NODE_24, ROOT } from './built.js';

const PORTS = ['PROMETHEUS_PORT', 'ALERTMANAGER_PORT', 'REDIS_PORT', 'VOICE_AI_AGENT_PORT', 'GRAFANA_PORT'];
const TARGETS = 4;
/** What is asked of the ratio, ours to theirs, by the interval of the healthchecks in seconds. */
const BOUNDS: Readonly<Record<string, number>> = { 10: 0.35, 30: 0.15 };
/** What may lie between the floor and the verdict. */
const ABOVE_FLOOR_MS = 1000;
const FLOOR_POLL_MS = 20;
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, only: { type: 'string' }, verbose: { type: 'boolean' } },
});

interface Stack {
  readonly directory: string;
  readonly environment: Record<string, string>;
  readonly prometheus: string;
}

/** The example with the intervals of a stack that nobody has tuned for its start: no start interval, and no period that would bring one. */
async function stackIn(into: string, seconds: string): Promise<Stack> {
  const directory = join(into, `interval-${seconds}`);
  cpSync(join(ROOT, 'examples/voice-ai-agent'), directory, { recursive: true });
  edit(join(directory, 'compose.yml'), (text) =>
    text.replaceAll(/^ *start_(?:period|interval): .*\n/gm, '').replaceAll('interval: 10s', `interval: ${seconds}s`),
  );
  edit(join(directory, 'prometheus/prometheus.yml'), (text) =>
    text.replace('scrape_interval: 5s', 'scrape_interval: 15s').replace('scrape_timeout: 4s', 'scrape_timeout: 10s'),
  );
  const ports = await freePorts(PORTS.length);
  const environment = Object.fromEntries(PORTS.map((name, index) => [name, String(ports[index])]));
  return { directory, environment, prometheus: `http://127.0.0.1:${environment['PROMETHEUS_PORT'] ?? ''}` };
}

function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${path} is not as expected`);
  writeFileSync(path, after);
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => new Promise((done) => server.once('listening', done))));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

interface Ended {
  readonly exitCode: number | null;
  readonly said: string;
}

function run(program: string, args: readonly string[], { directory, environment }: Stack): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: join(directory, '..'),
      env: { ...process.env, NODE_OPTIONS: '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (exitCode) => {
      resolve({ exitCode, said });
    });
  });
}

/** How many targets Prometheus lists as up; 0 while it does not answer. */
async function countUp(prometheus: string): Promise<number> {
  try {
    const { body } = await request(`${prometheus}/api/v1/targets?state=active`, { headersTimeout: 1000 });
    const { data } = (await body.json()) as { data: { activeTargets: { health: string }[] } };
    return data.activeTargets.filter(({ health }) => health === 'up').length;
  } catch {
    return 0;
  }
}

async function untilUp(prometheus: string, everyMs: number, signal?: AbortSignal): Promise<number | undefined> {
  while (!signal?.aborted) {
    if ((await countUp(prometheus)) >= TARGETS) return performance.now();
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return undefined;
}

/** Removes a project and waits until it is gone, so that no round pays for the one before. */
function remove(project: string, stack: Stack): void {
  spawnSync('docker', ['compose', '-p', project, 'down', '--volumes', '--timeout', '2'], { cwd: stack.directory });
  new RunDirectory(project).remove();
}

interface Round {
  readonly verdictMs: number;
  readonly floorMs: number;
  readonly stages: Report['stages'];
}

async function ours(project: string, stack: Stack): Promise<Round> {
  const report = join(stack.directory, '..', 'report');
  const args = [CLI, 'gate', stack.directory, '--keep', '--quiet', '--project-name', project, '--report-dir', report];
  const stop = new AbortController();
  const startedMs = performance.now();
  const floor = untilUp(stack.prometheus, FLOOR_POLL_MS, stop.signal);
  try {
    const { exitCode, said } = await run(NODE_24, args, stack);
    const endedMs = performance.now();
    stop.abort();
    const floorAt = await floor;
    if (exitCode !== 0 || floorAt === undefined) throw new Error(`gate ended with ${String(exitCode)}: ${said}`);
    const { stages } = JSON.parse(readFileSync(join(report, 'report.json'), 'utf8')) as Report;
    return { verdictMs: endedMs - startedMs, floorMs: floorAt - startedMs, stages };
  } finally {
    stop.abort();
    remove(project, stack);
  }
}

async function theirs(project: string, stack: Stack): Promise<number> {
  const startedMs = performance.now();
  try {
    const args = ['compose', '-f', join(stack.directory, 'compose.yml'), '-p', project, 'up', '-d', '--wait'];
    const { exitCode, said } = await run('docker', args, stack);
    if (exitCode !== 0) throw new Error(`docker compose up ended with ${String(exitCode)}: ${said}`);
    return ((await untilUp(stack.prometheus, 1000)) ?? 0) - startedMs;
  } finally {
    remove(project, stack);
  }
}

function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

async function measure(interval: string, stack: Stack, rounds: number): Promise<Record<string, unknown>> {
  const own: Round[] = [];
  const other: number[] = [];
  const bound = BOUNDS[interval] ?? 1;
  console.log(`\nhealthchecks every ${interval} s, scrapes every 15 s`);
  for (let round = 1; round <= rounds; round++) {
    const project = `bench-boot-${String(process.pid)}-${interval}-${String(round)}`;
    const gate = await ours(`${project}-gate`, stack);
    own.push(gate);
    other.push(await theirs(`${project}-compose`, stack));
    const load = (loadavg()[0] ?? 0).toFixed(1);
    console.log(
      `  ${String(round)}: gate ${seconds(gate.verdictMs)}, floor ${seconds(gate.floorMs)}, compose ${seconds(other.at(-1) ?? 0)} (load ${load})`,
    );
    if (values.verbose)
      console.log(`     ${gate.stages.map(({ name, duration_ms: ms = 0 }) => `${name} ${String(ms)}`).join(', ')}`);
  }
  const gateMs = median(own.map(({ verdictMs }) => verdictMs));
  const composeMs = median(other);
  const aboveFloorMs = median(own.map(({ verdictMs, floorMs }) => verdictMs - floorMs));
  const ratio = gateMs / composeMs;
  console.log(
    `  median: gate ${seconds(gateMs)}, compose ${seconds(composeMs)}; ratio ${ratio.toFixed(3)} (bound ${String(bound)}), ` +
      `verdict ${seconds(aboveFloorMs)} after the floor (bound ${seconds(ABOVE_FLOOR_MS)})`,
  );
  const kept = ratio <= bound && aboveFloorMs <= ABOVE_FLOOR_MS;
  return { gate_ms: gateMs, compose_ms: composeMs, ratio, bound, above_floor_ms: aboveFloorMs, kept };
}

const into = mkdtempSync(join(tmpdir(), 'scrapegate-bench-'));
try {
  if (process.env['PROMETHEUS_IMAGE'] === undefined)
    throw new Error('no images: run it by `npm run bench:boot`, which is under scripts/with-docker.sh');
  const results: Record<string, unknown> = {};
  for (const interval of Object.keys(BOUNDS).filter((one) => values.only === undefined || one === values.only))
    results[interval] = await measure(interval, await stackIn(into, interval), Number(values.rounds));
  const cores = cpus().length;
  console.log(`\n${JSON.stringify({ bench: 'boot', node: '24', cores, rounds: Number(values.rounds), results })}`);
} finally {
  rmSync(into, { recursive: true, force: true });
}
