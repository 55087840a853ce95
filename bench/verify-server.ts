/**
 * A stand-in for Prometheus that answers as a recorded one did, with any number of targets. Each is up but one in the last scrape pool,
 * which is `unknown` until the hold is over. A process of its own, so that its memory is not counted. Prints its port.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { address, POOLS, poolOf } from './verify-targets.js';

const { values } = parseArgs({ options: { targets: { type: 'string' }, hold: { type: 'string' } } });
const count = Number(values.targets);
const holdMs = Number(values.hold);
let firstMs: number | undefined;

/** One target in the words of Prometheus 3.5. */
function target(index: number, isUp: boolean): string {
  const [at, job] = [address(index), poolOf(index, count)];
  const url = `http://${at}/metrics`;
  const scraped = isUp ? new Date().toISOString() : '0001-01-01T00:00:00Z';
  return JSON.stringify({
    discoveredLabels: {
      __address__: at,
      __metrics_path__: '/metrics',
      __scheme__: 'http',
      __scrape_interval__: '1m',
      __scrape_timeout__: '10s',
      job,
    },
    labels: { instance: at, job },
    scrapePool: job,
    scrapeUrl: url,
    globalUrl: url,
    lastError: '',
    lastScrape: scraped,
    lastScrapeDuration: isUp ? 0.002345678 : 0,
    health: isUp ? 'up' : 'unknown',
    scrapeInterval: '1m',
    scrapeTimeout: '10s',
  });
}

/** The targets that never change, made once, by scrape pool. */
const byPool = new Map<string, Buffer>();
for (let index = 0; index < count - 1;) {
  const pool = poolOf(index, count);
  const list: string[] = [];
  for (; index < count - 1 && poolOf(index, count) === pool; index++) list.push(target(index, true));
  byPool.set(pool, Buffer.from(list.join(',')));
}

const allUp = (): boolean => firstMs !== undefined && performance.now() - firstMs >= holdMs;

function targets(pool: string | null, response: ServerResponse): void {
  const last = poolOf(count - 1, count);
  const pools = pool === null ? POOLS : [pool];
  response.write('{"status":"success","data":{"activeTargets":[');
  const lists = pools.flatMap((name) => byPool.get(name) ?? []);
  lists.forEach((list, at) => response.write(at === 0 ? list : Buffer.concat([Buffer.from(','), list])));
  if (pools.includes(last)) response.write(`${lists.length > 0 ? ',' : ''}${target(count - 1, allUp())}`);
  response.end('],"droppedTargets":[],"droppedTargetCounts":null}}');
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  response.setHeader('content-type', 'application/json');
  firstMs ??= performance.now();
  if (pathname === '/since') response.end(String(performance.now() - firstMs - holdMs));
  else if (searchParams.get('state') === 'dropped')
    response.end('{"status":"success","data":{"activeTargets":[],"droppedTargets":[]}}');
  else if (pathname === '/api/v1/targets') targets(searchParams.get('scrapePool'), response);
  else if (pathname === '/api/v1/query') {
    const up = { metric: { v: '1' }, value: [Date.now() / 1000, String(allUp() ? count : count - 1)] };
    response.end(JSON.stringify({ status: 'success', data: { resultType: 'vector', result: [up] } }));
  } else if (pathname === '/api/v1/status/runtimeinfo') {
    response.end(JSON.stringify({ status: 'success', data: { startTime: new Date().toISOString() } }));
  } else response.end('Prometheus Server is Ready.\n');
});
server.listen(0, '127.0.0.1', () => {
  console.log((server.address() as AddressInfo).port);
});
