import type { ContainerSnapshot } from '../../model/observation.js';
import type { PrometheusInstance } from '../../model/stack.js';
import type { PrometheusDoor } from '../../ports/prometheus.js';
import type { Runtime } from '../../ports/runtime.js';
import { HttpPrometheus } from './api.js';
import { httpWay, wantsTls, type Way } from './http-way.js';
import { authorization, bodyText, type Credentials } from './transport.js';

/** Tries the published port, then the address on the bridge network, then a program inside the container. */
export class PrometheusWays implements PrometheusDoor {
  /** @param credentials for a Prometheus whose --web.config.file asks for them */
  constructor(
    private readonly runtime: Pick<Runtime, 'exec'>,
    private readonly credentials?: Credentials,
  ) {}

  async open(
    instance: PrometheusInstance,
    container: ContainerSnapshot,
    signal: AbortSignal,
    except: ReadonlySet<string> = new Set(),
  ): ReturnType<PrometheusDoor['open']> {
    const tried: string[] = [];
    for (const way of this.#ways(instance, container)) {
      if (except.has(way.url)) continue;
      const answered = await tryWay(way, signal, this.credentials);
      if (typeof answered !== 'string') {
        // With TLS it is another URL, at which something else may have answered before.
        if (!except.has(answered.url))
          return { api: new HttpPrometheus(answered.url, answered.get, answered.close), tried };
        await answered.close?.();
      } else tried.push(answered);
    }
    return { tried };
  }

  *#ways(instance: PrometheusInstance, container: ContainerSnapshot): Iterable<Way> {
    for (const url of candidateUrls(instance, container)) yield httpWay(url, this.credentials);
    yield this.#execWay(instance);
  }

  /** Through `docker compose exec` and the image's own wget, for an engine on another machine. */
  #execWay({ service, port, routePrefix }: PrometheusInstance): Way {
    const inside = `http://127.0.0.1:${String(port)}${routePrefix}`;
    const headers = this.credentials ? [`--header=Authorization: ${authorization(this.credentials)}`] : [];
    return {
      url: `${inside} in the container of service "${service.name}"`,
      get: async (path, signal) => {
        const argv = ['wget', '-q', '-O', '-', '-T', '5', ...headers, `${inside}${path}`];
        const { exitCode, stdout, output } = await this.runtime.exec(service.name, argv, signal);
        if (exitCode === 0) return { status: 200, chunks: [Buffer.from(stdout)] };
        if (/\b401\b/.test(output)) return { status: 401, chunks: [] };
        throw new Error(`wget in the container: ${output.trim() || `exit code ${String(exitCode)}`}`);
      },
    };
  }
}

/** The way that leads to something, over TLS where that is asked for, or what came of trying it. */
async function tryWay(way: Way, signal: AbortSignal, credentials: Credentials | undefined): Promise<Way | string> {
  let said: string;
  try {
    const answer = await way.get('/-/healthy', signal);
    const body = await bodyText(answer);
    if (wantsTls(answer.status, body)) {
      await way.close?.();
      return await tryWay(httpWay(way.url.replace(/^http:/, 'https:'), credentials), signal, credentials);
    }
    if (answer.status < 500) return way;
    said = `${way.url} answered ${String(answer.status)}`;
  } catch (error) {
    said = `${way.url}: ${error instanceof Error ? error.message : String(error)}`;
  }
  await way.close?.();
  return said;
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
