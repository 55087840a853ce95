/**
 * `npm run bench:verify`: what it costs to prove targets as there are more of them, beside what a user would write instead, a script
 * that reads all of `/api/v1/targets` every second. First against a stand-in that answers as a recorded Prometheus did: all targets
 * are up but one, for some seconds in which nothing changes, and then that one is too. Then against a real Prometheus that scrapes up
 * to 2,000 targets of one process. The last line is JSON.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { NODE_24, ROOT } from './built.js';
import { RealPrometheus } from './verify-real.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '10,100,1000,10000,100000' },
    real: { type: 'string', default: '10,100,1000,2000' },
    hold: { type: 'string', default: '8000' },
  },
});
/** What is asked: bytes of a poll while nothing changes, and memory at any number of targets. */
const MOST_BYTES = 64_000;
const MOST_MB = 200;
/** The verdict after Prometheus itself says that the last target is up, milliseconds, up to a thousand targets. */
const MOST_LATE_MS = 1000;

/** What a worker printed. */
interface Outcome {
  readonly up: number;
  readonly ms: number;
  readonly endedMs: number;
  readonly polls: readonly number[];
  readonly cpuMs: number;
  readonly peakMb: number;
}

// Beside node_modules, where bundles find what they do not contain.
const into = mkdtempSync(join(ROOT, 'node_modules', '.scrapegate-bench-'));
const bundle = (name: string): string => {
  const outfile = join(into, `${name}.mjs`);
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  const entryPoints = [join(import.meta.dirname, `${name}.ts`)];
  buildSync({ entryPoints, outfile, banner, bundle: true, platform: 'node', format: 'esm', target: 'es2022' });
  return outfile;
};
const server = bundle('verify-server');
const worker = bundle('verify-worker');

async function lineOf(child: ReturnType<typeof spawn>): Promise<string> {
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  while (!text.includes('\n')) {
    const ended = await Promise.race([once(child.stdout ?? child, 'data').then(() => false), once(child, 'close')]);
    if (ended !== false && !text.includes('\n')) throw new Error('a process of the benchmark ended without a word');
  }
  return text;
}

async function work(how: string, url: string, targets: number, port = 9999): Promise<Outcome> {
  const args = [worker, '--how', how, '--url', url, '--targets', String(targets), '--port', String(port)];
  const child = spawn(NODE_24, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(await lineOf(child)) as Outcome;
}

/** Each way has a stand-in of its own, whose hold begins with the first question. */
async function standIn(how: string, targets: number): Promise<Outcome & { lateMs: number }> {
  const child = spawn(NODE_24, [server, '--targets', String(targets), '--hold', values.hold], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = `http://127.0.0.1:${(await lineOf(child)).trim()}`;
    const outcome = await work(how, url, targets);
    const sinceMs = Number(await (await fetch(`${url}/since`)).text());
    return { ...outcome, lateMs: sinceMs - (Date.now() - outcome.endedMs) };
  } finally {
    child.kill();
  }
}

/** Most bytes of a poll while nothing changes, without the one that sees the change. A real Prometheus changes all the time. */
function quiet({ polls }: Outcome): number {
  return Math.max(...polls.slice(0, -1));
}

function show(label: string, outcome: Outcome, lateMs: number): void {
  const { polls, cpuMs, peakMb, ms } = outcome;
  const total = polls.reduce((sum, bytes) => sum + bytes, 0);
  const cells = [
    `${(quiet(outcome) / 1000).toFixed(1)} kB a poll at most`,
    `${(total / 1e6).toFixed(2)} MB in all`,
    `${(cpuMs / polls.length).toFixed(1)} ms CPU a poll`,
    `${((100 * cpuMs) / ms).toFixed(1)} % of a core`,
    `${peakMb.toFixed(0)} MB peak`,
    `${String(polls.length)} polls`,
    `verdict ${lateMs.toFixed(0)} ms after`,
  ];
  console.log(`  ${label.padEnd(22)} ${cells.map((cell) => cell.padStart(20)).join(' ')}`);
}

const summary = (outcome: Outcome, lateMs: number): Record<string, number> => ({
  quiet_bytes: quiet(outcome),
  total_bytes: outcome.polls.reduce((sum, bytes) => sum + bytes, 0),
  polls: outcome.polls.length,
  cpu_ms_a_poll: outcome.cpuMs / outcome.polls.length,
  cpu_share: outcome.cpuMs / outcome.ms,
  peak_mb: outcome.peakMb,
  late_ms: lateMs,
});

const numbers = (list: string): number[] => list.split(',').flatMap((text) => (text === '' ? [] : [Number(text)]));
const results: Record<string, unknown> = {};
let kept = true;
try {
  for (const targets of numbers(values.only)) {
    console.log(`\n${String(targets)} targets of the stand-in`);
    const ours = await standIn('ours', targets);
    show('scrapegate', ours, ours.lateMs);
    const whole = await standIn('whole', targets);
    show('all targets, every 1 s', whole, whole.lateMs);
    kept &&= ours.up === targets && quiet(ours) < MOST_BYTES && ours.peakMb < MOST_MB;
    kept &&= targets > 1000 || ours.lateMs <= MOST_LATE_MS;
    results[`stand-in-${String(targets)}`] = { ours: summary(ours, ours.lateMs), whole: summary(whole, whole.lateMs) };
  }
  for (const targets of numbers(values.real)) {
    console.log(`\n${String(targets)} targets of a real Prometheus`);
    const row: Record<string, unknown> = {};
    for (const [how, label] of [
      ['ours', 'scrapegate'],
      ['whole', 'all targets, every 1 s'],
    ] as const) {
      const prometheus = await RealPrometheus.start(into, targets);
      try {
        const outcome = await work(how, prometheus.url, targets, prometheus.port);
        const lateMs = outcome.endedMs - (await prometheus.lastUpMs());
        show(label, outcome, lateMs);
        row[how] = summary(outcome, lateMs);
        if (how === 'ours') kept &&= outcome.up === targets && (targets > 1000 || lateMs <= MOST_LATE_MS);
      } finally {
        prometheus.stop();
      }
    }
    results[`real-${String(targets)}`] = row;
  }
  console.log(`\n${JSON.stringify({ bench: 'verify', node: '24', cores: cpus().length, kept, results })}`);
} finally {
  rmSync(into, { recursive: true, force: true });
}
if (!kept) process.exitCode = 1;
