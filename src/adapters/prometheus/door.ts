import type { ContainerSnapshot } from '../../model/observation.js';
import type { PrometheusInstance } from '../../model/stack.js';
import type { PrometheusDoor } from '../../ports/prometheus.js';
import type { Runtime } from '../../ports/runtime.js';
import { HttpPrometheus, type Get } from './api.js';

const ANSWER_MS = 5000;
const CONNECT_MS = 1000;

interface Way {
  readonly url: string;
  readonly get: Get;
  readonly close?: () => Promise<void>;
}

/** Tries the published port, then the address on the bridge network, then a program inside the container. */
export class PrometheusWays implements PrometheusDoor {
  constructor(private readonly runtime: Pick<Runtime, 'exec'>) {}

  async open(
    instance: PrometheusInstance,
    container: ContainerSnapshot,
    signal: AbortSignal,
  ): ReturnType<PrometheusDoor['open']> {
    const tried: string[] = [];
    for (const way of this.#ways(instance, container)) {
      try {
        const { status } = await way.get('/-/healthy', signal);
        if (status < 500) return { api: new HttpPrometheus(way.url, way.get, way.close), tried };
        tried.push(`${way.url} answered ${String(status)}`);
      } catch (error) {
        tried.push(`${way.url}: ${error instanceof Error ? error.message : String(error)}`);
      }
      await way.close?.();
    }
    return { tried };
  }

  *#ways(instance: PrometheusInstance, container: ContainerSnapshot): Iterable<Way> {
    for (const url of candidateUrls(instance, container)) yield httpWay(url);
    yield this.#execWay(instance);
  }

  /** Through `docker compose exec` and the image's own wget, for an engine on another machine. */
  #execWay({ service, port, routePrefix }: PrometheusInstance): Way {
    const inside = `http://127.0.0.1:${String(port)}${routePrefix}`;
    return {
      url: `${inside} in the container of service "${service.name}"`,
      get: async (path, signal) => {
        const argv = ['wget', '-q', '-O', '-', '-T', '5', `${inside}${path}`];
        const { exitCode, stdout, output } = await this.runtime.exec(service.name, argv, signal);
        if (exitCode !== 0)
          throw new Error(`wget in the container: ${output.trim() || `exit code ${String(exitCode)}`}`);
        return { status: 200, body: stdout };
      },
    };
  }
}

/** Where the API may be reached over the network, nearest first. Pure. */
export function candidateUrls({ port, routePrefix }: PrometheusInstance, container: ContainerSnapshot): string[] {
  const published = container.publishedPorts
    .filter(({ containerPort }) => containerPort === port)
    .map(({ hostAddress, hostPort }) => `${reachable(hostAddress)}:${String(hostPort)}`);
  const direct = container.addresses.map(
    (address) => `${address.includes(':') ? `[${address}]` : address}:${String(port)}`,
  );
  const host = container.addresses.length === 0 && published.length === 0 ? [`127.0.0.1:${String(port)}`] : [];
  return [...new Set([...published, ...direct, ...host])].map((address) => `http://${address}${routePrefix}`);
}

/** A port that is published on all addresses is asked on loopback. */
function reachable(hostAddress: string): string {
  if (hostAddress === '' || hostAddress === '0.0.0.0') return '127.0.0.1';
  if (hostAddress === '::') return '[::1]';
  return hostAddress.includes(':') ? `[${hostAddress}]` : hostAddress;
}

function httpWay(url: string): Way {
  // Loaded only when there is something to ask: it is a third of the start-up time.
  const client = import('undici').then(({ Agent, request }) => ({
    request,
    agent: new Agent({ connect: { timeout: CONNECT_MS }, headersTimeout: ANSWER_MS, bodyTimeout: ANSWER_MS }),
  }));
  return {
    url,
    get: async (path, signal) => {
      const { request, agent } = await client;
      const { statusCode, body } = await request(`${url}${path}`, { dispatcher: agent, signal });
      return { status: statusCode, body: await body.text() };
    },
    close: async () => (await client).agent.destroy(),
  };
}
