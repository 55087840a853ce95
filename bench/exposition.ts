/**
 * `npm run bench:exposition`: wall time and peak memory of the exposition parser on a realistic text beside `promtool check metrics`,
 * both as a process that reads its standard input, side by side in one run.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { oracles } from '../__tests__/differential/oracles.js';
import { NODE_24, ROOT } from './built.js';
import { largeExposition } from './exposition-workload.js';

/** At most twice promtool's time. */
const BOUND = 2;
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, megabytes: { type: 'string', default: '50' } },
});

interface Measured {
  readonly ms: number;
  readonly peakMb: number;
  readonly said: string;
}

function run(program: string, args: readonly string[], input: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const stdin = openSync(input, 'r');
    const started = process.hrtime.bigint();
    const child = spawn(program, args, { stdio: [stdin, 'pipe', 'pipe'] });
    let [peakMb, said] = [0, ''];
    // What the kernel last told before the process ended; rare enough to cost nothing.
    const timer = setInterval(() => {
      peakMb = Math.max(peakMb, peakOf(child.pid));
    }, 20);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(0, 500)));
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      closeSync(stdin);
      // 3 is a text that promtool has advice about.
      if (code === 0 || code === 3) resolve({ ms: Number(process.hrtime.bigint() - started) / 1e6, peakMb, said });
      else reject(new Error(`${program} ended with ${String(code)}: ${said}`));
    });
  });
}

function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

const median = (samples: readonly number[]): number => [...samples].sort((a, b) => a - b)[samples.length >> 1] ?? 0;

const into = mkdtempSync(join(tmpdir(), 'scrapegate-bench-'));
try {
  const input = join(into, 'metrics.prom');
  writeFileSync(input, largeExposition(Number(values.megabytes) * 1e6));
  const script = join(into, 'parse.mjs');
  await build({
    stdin: {
      contents: `import { readFileSync } from 'node:fs';
import { parseExposition } from './src/exposition/parse.ts';
const { samples, series, problems } = parseExposition(readFileSync(0), { format: 'text', nowMs: Date.now() });
console.log(JSON.stringify({ samples, series, problems: problems.length }));`,
      resolveDir: ROOT,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: script,
    logLevel: 'error',
  });
  const times: Record<'ours' | 'theirs', Measured[]> = { ours: [], theirs: [] };
  const rounds = Number(values.rounds);
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await run(NODE_24, [script], input));
    times.theirs.push(await run(oracles().PROMTOOL, ['check', 'metrics'], input));
  }
  const ms = { ours: median(times.ours.map((one) => one.ms)), theirs: median(times.theirs.map((one) => one.ms)) };
  const mb = {
    ours: Math.max(...times.ours.map((one) => one.peakMb)),
    theirs: Math.max(...times.theirs.map((one) => one.peakMb)),
  };
  console.log(`${values.megabytes} MB, ${times.ours[0]?.said.trim() ?? ''}`);
  console.log(`  scrapegate             ${ms.ours.toFixed(0).padStart(7)} ms ${mb.ours.toFixed(0).padStart(5)} MB`);
  console.log(`  promtool check metrics ${ms.theirs.toFixed(0).padStart(7)} ms ${mb.theirs.toFixed(0).padStart(5)} MB`);
  console.log(`  ratio ${(ms.ours / ms.theirs).toFixed(2)} (bound ${String(BOUND)})`);
  console.log(
    `\n${JSON.stringify({ bench: 'exposition', node: '24', cores: cpus().length, rounds, megabytes: Number(values.megabytes), ours_ms: ms.ours, theirs_ms: ms.theirs, ratio: ms.ours / ms.theirs, bound: BOUND, ours_mb: mb.ours, promtool_mb: mb.theirs, kept: ms.ours / ms.theirs <= BOUND })}`,
  );
} finally {
  rmSync(into, { recursive: true, force: true });
}
