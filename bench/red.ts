/**
 * `npm run bench:red`: how soon a failing service is told, beside `docker compose up -d --wait --wait-timeout 60` on the same files, in one
 * run. When Docker itself knows comes from somebody else: `docker events` of each run, or the end of the docker command that fails.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Report } from '../src/model/report.js';
import { CLI, NODE_24 } from './built.js';
import { redCases, redProject, type RedCase } from './red-cases.js';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' }, only: { type: 'string' } } });
/** What is asked of the time from Docker's knowledge to the verdict. */
const BOUND_MS = 1000;
const WAIT_SECONDS = 60;

interface Told {
  readonly action: string;
  readonly service: string;
  readonly atMs: number;
}

/** Times are milliseconds since the epoch. */
interface Red {
  readonly startedMs: number;
  readonly knownMs: number | undefined;
  /** Undefined when it never was red. */
  readonly redMs: number | undefined;
  /** When the command had looked at the rest, cleaned up and ended. */
  readonly endedMs: number;
  readonly says: string;
}

/** Runs docker, and notes when each `up` ended and how. */
function instrumentedDocker(directory: string): { readonly path: string; readonly log: string } {
  const path = join(directory, 'bin');
  const log = join(directory, 'commands');
  const real = spawnSync('sh', ['-c', 'command -v docker'], { encoding: 'utf8' }).stdout.trim();
  mkdirSync(path);
  writeFileSync(
    join(path, 'docker'),
    `#!/bin/sh
case " $* " in *" up "*) ;; *) exec ${real} "$@" ;; esac
${real} "$@"
code=$?
echo "$(date +%s%3N) $code $*" >> ${log}
exit $code
`,
  );
  chmodSync(join(path, 'docker'), 0o755);
  return { path, log };
}

/** Somebody else who reads the events of a project. */
class Observer {
  readonly told: Told[] = [];
  readonly #child: ChildProcess;

  constructor(project: string) {
    const filter = ['--filter', 'type=container', '--filter', `label=com.docker.compose.project=${project}`];
    this.#child = spawn('docker', ['events', '--format', '{{json .}}', ...filter], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let rest = '';
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.#take(JSON.parse(line) as Event);
    });
  }

  close(): void {
    this.#child.kill();
  }

  #take({ Action, Actor, timeNano }: Event): void {
    const service = Actor.Attributes['com.docker.compose.service'] ?? '';
    this.told.push({ action: Action, service, atMs: timeNano / 1e6 });
  }
}

interface Event {
  readonly Action: string;
  readonly Actor: { readonly Attributes: Readonly<Record<string, string>> };
  readonly timeNano: number;
}

function knownAt({ known }: RedCase, told: readonly Told[], log: string): number | undefined {
  if (known === 'command') {
    const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
    const failed = lines.find((line) => /^\d+ [1-9]\d* compose .*\bup\b/.test(line));
    return failed === undefined ? undefined : Number(failed.split(' ')[0]);
  }
  const own = told.filter(({ service }) => service === 'agent');
  if (known !== 'second-end') return own.find(({ action }) => action === known)?.atMs;
  const healthyMs = told.find(
    ({ service, action }) => service === 'prometheus' && action === 'health_status: healthy',
  )?.atMs;
  const ends = own.filter(({ action }) => action === 'die');
  return ends.find(({ atMs }, index) => {
    const begun = own.findLast((event) => event.action === 'start' && event.atMs < atMs)?.atMs ?? 0;
    return index >= 1 && healthyMs !== undefined && begun >= healthyMs;
  })?.atMs;
}

function run(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; stdout: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'ignore'] });
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? -1, stdout });
    });
  });
}

async function ours(red: RedCase, directory: string, project: string): Promise<Red> {
  const { path, log } = instrumentedDocker(directory);
  const env = { ...process.env, PATH: `${path}:${process.env['PATH'] ?? ''}` };
  const observer = await observe(project);
  const startedMs = Date.now();
  const args = [CLI, 'gate', 'stack', '--project-name', project, '--format', 'json'];
  const { stdout } = await run(NODE_24, args, directory, env);
  const endedMs = Date.now();
  observer.close();
  const report = JSON.parse(stdout) as Report;
  const failed = report.stages.find(({ status }) => status === 'failed');
  const redMs =
    failed?.started_at === undefined ? undefined : Date.parse(failed.started_at) + (failed.duration_ms ?? 0);
  const [finding] = report.findings;
  return {
    startedMs,
    redMs,
    endedMs,
    knownMs: knownAt(red, observer.told, log),
    says: `${finding?.code ?? 'nothing'} ${finding?.cause ?? ''}`,
  };
}

async function theirs(red: RedCase, directory: string, project: string): Promise<Red> {
  const compose = ['compose', '--project-name', project, '--file', join(directory, 'stack/compose.yml')];
  const observer = await observe(project);
  const startedMs = Date.now();
  const args = [...compose, 'up', '--detach', '--wait', '--wait-timeout', String(WAIT_SECONDS)];
  const { code } = await run('docker', args, directory, process.env);
  const endedMs = Date.now();
  observer.close();
  await run('docker', [...compose, 'down', '--volumes', '--timeout', '1'], directory, process.env);
  const isRed = code !== 0;
  return {
    startedMs,
    redMs: isRed ? endedMs : undefined,
    endedMs,
    knownMs: red.known === 'command' ? endedMs : knownAt(red, observer.told, ''),
    says: isRed ? 'failed' : `passed after ${seconds(endedMs - startedMs)}`,
  };
}

async function observe(project: string): Promise<Observer> {
  const observer = new Observer(project);
  await new Promise((resolve) => setTimeout(resolve, 400));
  return observer;
}

const seconds = (ms: number | undefined): string => (ms === undefined ? 'never' : `${(ms / 1000).toFixed(2)} s`);
const median = (numbers: readonly number[]): number | undefined =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const between = (from: number | undefined, to: number | undefined): number[] =>
  from === undefined || to === undefined ? [] : [to - from];

async function measure(red: RedCase, rounds: number, into: string): Promise<Record<string, unknown>> {
  const own: Red[] = [];
  const other: Red[] = [];
  for (let round = 0; round < rounds; round++) {
    const directory = mkdtempSync(join(into, 'round-'));
    mkdirSync(join(directory, 'stack'));
    for (const [file, text] of Object.entries(redProject(red))) writeFileSync(join(directory, 'stack', file), text);
    const project = `scrapegate-red-${String(process.pid)}-${String(round)}`;
    own.push(await ours(red, directory, project));
    other.push(await theirs(red, directory, `${project}-compose`));
  }
  const after = (runs: readonly Red[]): number[] => runs.flatMap(({ knownMs, redMs }) => between(knownMs, redMs));
  const total = (runs: readonly Red[]): number[] => runs.flatMap(({ startedMs, redMs }) => between(startedMs, redMs));
  const [afterMs, theirAfterMs, totalMs, theirTotalMs] = [
    median(after(own)),
    median(after(other)),
    median(total(own)),
    median(total(other)),
  ];
  const endMs = median(own.map(({ startedMs, endedMs }) => endedMs - startedMs));
  const worstMs = after(own).length > 0 ? Math.max(...after(own)) : undefined;
  // Where a command is what would make it known, the gate may see it coming and never give that command.
  const soon = ({ redMs, knownMs }: Red): boolean =>
    redMs !== undefined && (knownMs === undefined ? red.known === 'command' : redMs - knownMs <= BOUND_MS);
  const found = own.every(soon);
  const wasBefore = own.every(({ redMs, knownMs }) => redMs !== undefined && knownMs === undefined);
  const earlier = theirTotalMs === undefined || (totalMs !== undefined && totalMs < theirTotalMs);
  console.log(
    [
      red.name.padEnd(14),
      (wasBefore ? 'before' : seconds(afterMs)).padStart(8),
      (wasBefore ? 'before' : seconds(worstMs)).padStart(8),
      seconds(theirAfterMs).padStart(9),
      seconds(totalMs).padStart(9),
      seconds(endMs).padStart(9),
      seconds(theirTotalMs).padStart(9),
      `  ${own[0]?.says ?? ''} / ${other[0]?.says ?? ''}`,
    ].join(' '),
  );
  return {
    before_known: wasBefore,
    after_known_ms: afterMs ?? null,
    worst_after_known_ms: worstMs ?? null,
    theirs_after_known_ms: theirAfterMs ?? null,
    total_ms: totalMs,
    ended_ms: endMs,
    theirs_total_ms: theirTotalMs ?? null,
    ratio: totalMs !== undefined && theirTotalMs !== undefined ? totalMs / theirTotalMs : null,
    kept: found,
    earlier,
  };
}

const into = mkdtempSync(join(tmpdir(), 'scrapegate-red-'));
const holder = createServer();
try {
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  const cases = redCases((holder.address() as AddressInfo).port).filter(
    ({ name }) => values.only === undefined || name === values.only,
  );
  console.log(
    `after Docker knows it: median, worst, up --wait; since the command was given: scrapegate's verdict, its end, up --wait\n`,
  );
  const results: Record<string, unknown> = {};
  for (const red of cases) results[red.name] = await measure(red, Number(values.rounds), into);
  console.log(
    `\n${JSON.stringify({ bench: 'red', bound_ms: BOUND_MS, cores: cpus().length, rounds: Number(values.rounds), results })}`,
  );
} finally {
  holder.close();
  rmSync(into, { recursive: true, force: true });
}
