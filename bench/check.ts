/**
 * `npm run bench:check`: wall time and peak memory of `scrapegate check` beside the programs that a user would run instead, on the
 * same files, in one run: promtool check config, promtool check rules, amtool check-config, docker compose config -q.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { oracles } from '../__tests__/differential/oracles.js';
import { CLI, NODE_24, ROOT } from './built.js';
import { example, generated, type Workload } from './workloads.js';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '11' }, only: { type: 'string' } } });

/** What is asked of a ratio: ours against the sum of theirs. */
const BOUNDS: Readonly<Record<string, number>> = { example: 0.6 };
const BOUND = 0.8;
const MEMORY_MARGIN_MB = 100;

/** What the command line keeps of itself between runs settles within so many; a machine that checks a stack has mostly checked it before. */
const RUNS_BEFORE = 5;

interface Command {
  readonly label: string;
  readonly program: string;
  readonly args: readonly string[];
}

interface Sample {
  readonly ms: number;
  readonly peakMb: number;
}

const into = mkdtempSync(join(tmpdir(), 'scrapegate-bench-'));
/** What other runs on this machine have kept is theirs. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(into, 'compiled') };

/** One run to the end. Peak memory is what the kernel last told of the process before it ended. */
function run({ label, program, args }: Command, cwd: string, watchMemory: boolean): Promise<Sample> {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let peakMb = 0;
    let said = '';
    const look = (): void => {
      const peak = /VmHWM:\s+(\d+)/.exec(readStatus(child.pid))?.[1];
      if (peak !== undefined) peakMb = Math.max(peakMb, Number(peak) / 1024);
    };
    const timer = watchMemory ? setInterval(look, 1) : undefined;
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      if (code !== 0) reject(new Error(`${label} ended with ${String(code)}: ${said.slice(0, 500)}`));
      else resolve({ ms: Number(process.hrtime.bigint() - started) / 1e6, peakMb });
    });
  });
}

function readStatus(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  } catch {
    return '';
  }
}

function commands({ directory, prometheus, rules, alertmanager }: Workload): { ours: Command; theirs: Command[] } {
  const { PROMTOOL, AMTOOL } = oracles();
  return {
    ours: { label: 'scrapegate check', program: NODE_24, args: [CLI, 'check', directory, '--quiet'] },
    theirs: [
      { label: 'promtool check config', program: PROMTOOL, args: ['check', 'config', prometheus] },
      ...(rules
        ? [{ label: 'promtool check rules', program: PROMTOOL, args: ['check', 'rules', '--lint=none', rules] }]
        : []),
      ...(alertmanager
        ? [{ label: 'amtool check-config', program: AMTOOL, args: ['check-config', alertmanager] }]
        : []),
      composeCommand(directory),
    ],
  };
}

/** As a user types it, which is the docker command and its plugin. */
function composeCommand(directory: string): Command {
  const { status } = spawnSync('docker', ['compose', 'version'], { stdio: 'ignore' });
  if (status !== 0)
    throw new Error('docker has no "compose" command: run bash scripts/ensure-docker.sh, or install the plugin');
  const args = ['compose', '--project-directory', directory, '-f', join(directory, 'compose.yml'), 'config', '-q'];
  return { label: 'docker compose config -q', program: 'docker', args };
}

function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

async function measure(workload: Workload, rounds: number): Promise<Record<string, unknown>> {
  const { ours, theirs } = commands(workload);
  const all = [ours, ...theirs];
  for (let count = 0; count < RUNS_BEFORE; count++)
    for (const command of all) await run(command, workload.directory, false);
  const times = new Map<string, number[]>(all.map(({ label }) => [label, []]));
  // Side by side: every round runs each program once, so that what else the machine does hits all of them.
  for (let round = 0; round < rounds; round++)
    for (const command of all) times.get(command.label)?.push((await run(command, workload.directory, false)).ms);
  const peaks = new Map<string, number>();
  for (const command of all) peaks.set(command.label, (await run(command, workload.directory, true)).peakMb);
  const medians = all.map(({ label }) => [label, median(times.get(label) ?? [])] as const);
  const own = medians[0]?.[1] ?? 0;
  const sum = medians.slice(1).reduce((total, [, ms]) => total + ms, 0);
  const promtoolMb = Math.max(
    ...theirs.filter(({ label }) => label.startsWith('promtool')).map(({ label }) => peaks.get(label) ?? 0),
  );
  const ownMb = peaks.get(ours.label) ?? 0;
  const bound = BOUNDS[workload.name] ?? BOUND;
  console.log(`\n${workload.name}`);
  for (const [label, ms] of medians)
    console.log(
      `  ${label.padEnd(26)} ${ms.toFixed(0).padStart(6)} ms ${(peaks.get(label) ?? 0).toFixed(0).padStart(5)} MB`,
    );
  const spread = [...(times.get(ours.label) ?? [])].sort((a, b) => a - b);
  console.log(
    `  ratio ${(own / sum).toFixed(2)} (bound ${String(bound)}), ours ${(spread[0] ?? 0).toFixed(0)} to ${(spread.at(-1) ?? 0).toFixed(0)} ms; memory ${(ownMb - promtoolMb).toFixed(0)} MB above promtool (bound ${String(MEMORY_MARGIN_MB)})`,
  );
  const kept = own / sum <= bound && ownMb <= promtoolMb + MEMORY_MARGIN_MB;
  return { ours_ms: own, theirs_ms: sum, ratio: own / sum, bound, ours_mb: ownMb, promtool_mb: promtoolMb, kept };
}

try {
  const workloads = [
    example(ROOT, into),
    generated(into, 'services-100', { services: 100, targets: 100, rules: 100 }),
    generated(into, 'services-1000', { services: 1000, targets: 1000, rules: 100 }),
    generated(into, 'targets-10000', { services: 10, targets: 10_000, rules: 10 }),
    generated(into, 'rules-10000', { services: 10, targets: 10, rules: 10_000 }),
  ].filter(({ name }) => values.only === undefined || name === values.only);
  const results: Record<string, unknown> = {};
  for (const workload of workloads) results[workload.name] = await measure(workload, Number(values.rounds));
  console.log(
    `\n${JSON.stringify({ bench: 'check', node: '24', cores: cpus().length, rounds: Number(values.rounds), results })}`,
  );
} finally {
  rmSync(into, { recursive: true, force: true });
}
