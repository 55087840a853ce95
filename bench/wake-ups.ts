import { createServer, type ServerResponse } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ComposeRuntime } from '../src/adapters/docker/compose-runtime.js';
import { EngineApi } from '../src/adapters/docker/engine-api.js';
import { systemClock } from '../src/adapters/system-clock.js';
import { ServiceWatch } from '../src/stages/service-watch.js';

/** What wake-ups cost. */
export interface WakeUps {
  readonly events: number;
  readonly inspects: number;
  readonly lists: number;
  readonly inspectsPerWakeUp: number;
  readonly burstInspects: number;
  readonly burstLooks: number;
  readonly shortestGapMs: number;
}

/** One event every so often, so that each is a wake-up of its own. */
const EVENTS = 20;
const EVERY_MS = 250;
const BURST_MS = 1500;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** An engine of so many containers behind a socket, which says what it is told to say and notes what it is asked. */
class CountingEngine {
  readonly asked: { readonly what: 'inspect' | 'list'; readonly atMs: number }[] = [];
  readonly #streams = new Set<ServerResponse>();
  readonly #server = createServer((request, response) => {
    const path = request.url ?? '';
    const id = /^\/containers\/(c\d+)\/json/.exec(path)?.[1];
    if (path.startsWith('/events')) {
      this.#streams.add(response);
      response.writeHead(200);
      response.flushHeaders();
    } else {
      this.asked.push({ what: id === undefined ? 'list' : 'inspect', atMs: performance.now() });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(id === undefined ? this.#list() : inspected(id)));
    }
  });

  constructor(private readonly services: number) {}

  listen(path: string): Promise<void> {
    return new Promise((resolve) => this.#server.listen(path, resolve));
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  tell(id: string): void {
    const event = {
      Action: 'health_status: starting',
      Actor: { ID: id, Attributes: { 'com.docker.compose.service': id } },
    };
    for (const stream of this.#streams) stream.write(`${JSON.stringify({ ...event, timeNano: Date.now() * 1e6 })}\n`);
  }

  #list(): object[] {
    return Array.from({ length: this.services }, (_, index) => ({
      Id: `c${String(index)}`,
      State: 'running',
      Status: 'Up 3 seconds (health: starting)',
    }));
  }
}

function inspected(id: string): object {
  return {
    Id: id,
    Name: `/${id}`,
    RestartCount: 0,
    State: {
      Status: 'running',
      ExitCode: 0,
      OOMKilled: false,
      Error: '',
      StartedAt: new Date().toISOString(),
      FinishedAt: '0001-01-01T00:00:00Z',
      Health: { Status: 'starting', Log: [] },
    },
    Config: { Image: 'none', Labels: { 'com.docker.compose.service': id } },
    HostConfig: { RestartPolicy: { Name: 'no', MaximumRetryCount: 0 } },
    NetworkSettings: { Networks: {}, Ports: {} },
  };
}

/** Watches so many services on an engine that counts: events one by one, then one of each container at once. */
export async function wakeUps(services: number): Promise<WakeUps> {
  const directory = mkdtempSync(join(tmpdir(), 'scrapegate-engine-'));
  const engine = new CountingEngine(services);
  await engine.listen(join(directory, 'docker.sock'));
  const api = new EngineApi(join(directory, 'docker.sock'));
  const options = { projectName: 'p', directory, composeFiles: [], envFiles: [], profiles: [] };
  const ids = Array.from({ length: services }, (_, index) => `c${String(index)}`);
  const readyWhen = new Map(ids.map((id) => [id, 'healthy-or-running' as const]));
  const plan = { readyWhen, dependencies: new Map(), replicas: new Map() };
  const watch = new ServiceWatch(new ComposeRuntime(options, api), systemClock, plan, () => undefined);
  try {
    await sleep(1000);
    engine.asked.splice(0);
    for (let at = 0; at < EVENTS; at++) {
      engine.tell(ids[at % services] ?? '');
      await sleep(EVERY_MS);
    }
    const [inspects, lists] = [count(engine, 'inspect'), count(engine, 'list')];
    const apart = gaps(engine);
    engine.asked.splice(0);
    for (const id of ids) engine.tell(id);
    await sleep(BURST_MS);
    return {
      events: EVENTS,
      inspects,
      lists,
      inspectsPerWakeUp: inspects / EVENTS,
      burstInspects: count(engine, 'inspect'),
      burstLooks: gaps(engine).length + 1,
      shortestGapMs: Math.min(...apart, ...gaps(engine)),
    };
  } finally {
    await watch.close();
    await api.close();
    engine.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

function count({ asked }: CountingEngine, what: 'inspect' | 'list'): number {
  return asked.filter((one) => one.what === what).length;
}

/** Requests of one look come together; the time between looks is what is asked for. */
function gaps({ asked }: CountingEngine): number[] {
  return asked.flatMap(({ atMs }, index) => {
    const gap = atMs - (asked[index - 1]?.atMs ?? atMs);
    return gap > 50 ? [gap] : [];
  });
}
