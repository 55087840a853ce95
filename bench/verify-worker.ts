/**
 * One verification, in a process of its own: ours, or what a script does that reads all of `/api/v1/targets` every second until each
 * one is up. Prints one line of JSON: polls, bytes of each, CPU, peak memory.
 */
import { parseArgs } from 'node:util';
import { HttpPrometheus } from '../src/adapters/prometheus/api.js';
import { httpWay } from '../src/adapters/prometheus/http-way.js';
import type { Answer, Get } from '../src/adapters/prometheus/transport.js';
import { silentProgress } from '../src/adapters/silent-progress.js';
import { systemClock } from '../src/adapters/system-clock.js';
import { SourceFile } from '../src/model/source.js';
import { keepRoomForYoung } from '../src/model/young-space.js';
import type { ExpectedTarget } from '../src/model/target.js';
import { verifyTargets, type VerifyContext } from '../src/stages/verify.js';
import { address, poolOf } from './verify-targets.js';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: '' },
    targets: { type: 'string', default: '1' },
    port: { type: 'string', default: '9999' },
    how: { type: 'string', default: 'ours' },
  },
});
const count = Number(values.targets);
// As reading a configuration with so many targets does, in adapters/node-files.ts.
if (count >= 10_000) keepRoomForYoung();
const bytesOfPolls: number[] = [];
let bytes = 0;
const endPoll = (): void => {
  bytesOfPolls.push(bytes);
  bytes = 0;
};
const way = httpWay(values.url, undefined);

/** The same answers, counted. */
const get: Get = async (path, signal) => {
  const answer: Answer = await way.get(path, signal);
  return { ...answer, chunks: counted(answer.chunks) };
};
async function* counted(chunks: Answer['chunks']): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    bytes += chunk.length;
    yield chunk;
  }
}

async function ours(): Promise<number> {
  const file = new SourceFile('prometheus.yml', 'prometheus', '');
  const at = { file, start: 0, end: 0 };
  const timing = { intervalMs: 60_000, timeoutMs: 10_000, refreshMs: 0 };
  const expected = Array.from({ length: count }, (_, index): ExpectedTarget => ({
    job: poolOf(index, count),
    address: address(index, Number(values.port)),
    at,
    timing,
  }));
  const startedMs = systemClock.now();
  const context = {
    expected,
    demand: { stableScrapes: 1, externalTargets: 'require' },
    ...{ startedMs, servicesReadyMs: startedMs, progress: silentProgress },
    signal: AbortSignal.timeout(120_000),
    clock: {
      ...systemClock,
      sleep: (ms: number, signal?: AbortSignal) => {
        endPoll();
        return systemClock.sleep(ms, signal);
      },
    },
    instance: { service: { name: 'prometheus' } },
    door: { open: () => Promise.resolve({ api: new HttpPrometheus(values.url, get, way.close), tried: [] }) },
    watch: {
      of: () => [{ startedAtMs: 0 }],
      containers: () => [],
      hopeless: () => undefined,
      failed: new AbortController().signal,
    },
  } as unknown as VerifyContext;
  const { targets } = await verifyTargets(context);
  endPoll();
  return targets.filter(({ health }) => health === 'up').length;
}

async function whole(): Promise<number> {
  for (;;) {
    const { chunks } = await get('/api/v1/targets', AbortSignal.timeout(120_000));
    const parts: Uint8Array[] = [];
    for await (const chunk of chunks) parts.push(chunk);
    const { data } = JSON.parse(Buffer.concat(parts).toString()) as { data: { activeTargets: { health: string }[] } };
    endPoll();
    const up = data.activeTargets.filter(({ health }) => health === 'up').length;
    if (up >= count) {
      await way.close?.();
      return up;
    }
    await systemClock.sleep(1000);
  }
}

const before = process.cpuUsage();
const began = performance.now();
const up = await (values.how === 'ours' ? ours() : whole());
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    up,
    ms: performance.now() - began,
    endedMs: Date.now(),
    polls: bytesOfPolls,
    cpuMs: (user + system) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
);
