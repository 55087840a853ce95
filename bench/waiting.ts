/**
 * `npm run bench:waiting`: what the gate costs while it waits. Processor time of the gate, its children included, over a minute of waiting
 * for a service on the real engine; and what one wake-up costs with a hundred services, on an engine that is a stand-in and counts.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CLI } from './built.js';
import { wakeUps } from './wake-ups.js';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' } } });
/** Of a core. */
const BOUND = 0.02;
/** The kernel's clock ticks a second; 100 on every Linux that Node runs on. */
const TICKS = 100;
const SETTLE_MS = 5000;
const SERVICES = 10;

/** Ten services: nine are ready, and one has a long start period in which its probe fails ten times a second. */
function composeFile(): string {
  const ready = Array.from(
    { length: SERVICES - 2 },
    (_, index) => `  ready-${String(index)}:\n    image: \${NODE_IMAGE}\n    init: true\n    command: [sleep, "600"]\n`,
  );
  return `services:
  prometheus:
    image: \${PROMETHEUS_IMAGE}
    volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"]
    tmpfs: ["/prometheus:uid=65534"]
  slow:
    image: \${NODE_IMAGE}
    init: true
    command: [sleep, "600"]
    healthcheck: { test: [CMD, "false"], interval: 10s, start_period: 10m, start_interval: 1s }
${ready.join('')}`;
}

const PROMETHEUS = `scrape_configs:
  - job_name: slow
    static_configs: [{ targets: ["slow:8000"] }]
`;

/** User and system time of a process and of its children that ended, seconds. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function processorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  const [, , ...fields] = stat.slice(stat.lastIndexOf(')')).split(' ');
  // Fields 14 to 17 of the whole line: utime, stime, cutime, cstime.
  return fields.slice(10, 14).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
}

/** Processes whose parent it is: what goes on in them now is not in the parent's own count yet. */
function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${String(pid)}/task`).flatMap((task) =>
    readFileSync(`/proc/${String(pid)}/task/${task}/children`, 'utf8')
      .split(' ')
      .filter((child) => child !== '')
      .map(Number),
  );
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function minuteOfWaiting(into: string, forSeconds: number): Promise<{ share: number; children: number }> {
  mkdirSync(join(into, 'stack'));
  writeFileSync(join(into, 'stack/compose.yml'), composeFile());
  writeFileSync(join(into, 'stack/prometheus.yml'), PROMETHEUS);
  const args = [CLI, 'gate', 'stack', '--project-name', `scrapegate-waiting-${String(process.pid)}`];
  const child = spawn(process.execPath, args, { cwd: into, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const waiting = new Promise<void>((resolve, reject) => {
    child.on('close', () => {
      reject(new Error(`the gate ended: ${said}`));
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (/\bup: passed/.test(said)) resolve();
      });
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    await waiting;
    // What is asked of promtool and Compose beside the wait is no waiting.
    await sleep(SETTLE_MS);
    const pid = child.pid ?? 0;
    const before = processorSeconds(pid);
    const startedMs = Date.now();
    await sleep(forSeconds * 1000);
    const children = childrenOf(pid);
    const used = processorSeconds(pid) - before + children.reduce((sum, one) => sum + processorSeconds(one), 0);
    return { share: used / ((Date.now() - startedMs) / 1000), children: children.length };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

const into = mkdtempSync(join(tmpdir(), 'scrapegate-waiting-'));
try {
  const hundred = await wakeUps(100);
  console.log(
    `${String(hundred.events)} events, one after the other, with 100 services: ${String(hundred.inspects)} inspections, ${String(hundred.lists)} lists`,
  );
  console.log(
    `100 events at once: ${String(hundred.burstInspects)} inspections in ${String(hundred.burstLooks)} looks; shortest time between two looks ${hundred.shortestGapMs.toFixed(0)} ms`,
  );
  const { share, children } = await minuteOfWaiting(into, Number(values.seconds));
  console.log(
    `waiting for one of ${String(SERVICES)} services for ${values.seconds} s: ${(share * 100).toFixed(2)} % of a core (bound ${String(BOUND * 100)} %), ${String(children)} child processes`,
  );
  const kept = share < BOUND && hundred.inspectsPerWakeUp <= 1 && hundred.shortestGapMs >= 99;
  console.log(
    `\n${JSON.stringify({ bench: 'waiting', cores: cpus().length, seconds: Number(values.seconds), core_share: share, bound: BOUND, services: SERVICES, hundred_services: hundred, kept })}`,
  );
} finally {
  rmSync(into, { recursive: true, force: true });
}
