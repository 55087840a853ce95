import { Agent, request } from 'undici';
import type { Footprint } from '../../ports/runtime.js';
import { EVENTS, PROJECT_LABEL, type Engine, type InspectedContainer } from './engine.js';
import { demultiplex } from './log-stream.js';

const ANSWER_MS = 10_000;
const CONNECT_MS = 3000;

interface Listed {
  readonly Id?: string;
  readonly Name?: string;
}

/** The Docker Engine API on its local socket: ten times faster than the docker command. https://docs.docker.com/reference/api/engine/ */
export class EngineApi implements Engine {
  readonly address: string;
  readonly #agent: Agent;

  constructor(socketPath: string) {
    this.address = `unix://${socketPath}`;
    this.#agent = new Agent({ connect: { socketPath, timeout: CONNECT_MS }, pipelining: 1 });
  }

  async version(signal: AbortSignal): Promise<string> {
    const version = (await this.#json('GET', '/version', signal)) as { Version: string };
    return version.Version;
  }

  async containers(project: string): Promise<readonly InspectedContainer[]> {
    const inspected = await Promise.all((await this.#containerIds(project)).map((id) => this.#inspect(id)));
    return inspected.filter((container) => container !== undefined);
  }

  async *events(project: string, signal: AbortSignal): AsyncIterable<void> {
    const filters = { type: ['container'], label: [`${PROJECT_LABEL}=${project}`], event: EVENTS };
    const { body } = await request(`http://docker/events?filters=${encode(filters)}`, {
      dispatcher: this.#agent,
      signal,
      bodyTimeout: 0,
      headersTimeout: 0,
    });
    for await (const _ of body) yield;
  }

  async logs(id: string, lines: number): Promise<string> {
    const { body, headers } = await this.#request(
      'GET',
      `/containers/${id}/logs?stdout=1&stderr=1&tail=${String(lines)}`,
    );
    const bytes = new Uint8Array(await body.arrayBuffer());
    const raw = String(headers['content-type']).includes('raw-stream');
    return raw ? new TextDecoder().decode(bytes) : demultiplex(bytes);
  }

  ask(path: string, signal: AbortSignal): Promise<unknown> {
    return this.#json('GET', path, signal);
  }

  async footprint(project: string): Promise<Footprint> {
    const [containers, networks, volumes] = await Promise.all([
      this.#containerIds(project),
      this.#networkIds(project),
      this.#volumeNames(project),
    ]);
    return { containers, networks, volumes };
  }

  async removeAll(project: string, { keepVolumes }: { readonly keepVolumes: readonly string[] }): Promise<void> {
    const remove = (path: string): Promise<unknown> => this.#request('DELETE', path).then(({ body }) => body.dump());
    const { containers } = await this.footprint(project);
    await Promise.all(containers.map((id) => remove(`/containers/${id}?force=1&v=1`)));
    const { networks, volumes } = await this.footprint(project);
    const unwanted = volumes.filter((name) => !keepVolumes.includes(name));
    await Promise.all([
      ...networks.map((id) => remove(`/networks/${id}`)),
      ...unwanted.map((name) => remove(`/volumes/${encodeURIComponent(name)}?force=1`)),
    ]);
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #inspect(id: string): Promise<InspectedContainer | undefined> {
    const { statusCode, body } = await this.#request('GET', `/containers/${id}/json`);
    // Removed between the list and this look.
    if (statusCode === 404) {
      await body.dump();
      return undefined;
    }
    return (await body.json()) as InspectedContainer;
  }

  async #containerIds(project: string): Promise<string[]> {
    const list = (await this.#json('GET', `/containers/json?all=1&filters=${labelled(project)}`)) as Listed[];
    return list.flatMap(({ Id }) => Id ?? []);
  }

  async #networkIds(project: string): Promise<string[]> {
    const list = (await this.#json('GET', `/networks?filters=${labelled(project)}`)) as Listed[];
    return list.flatMap(({ Id }) => Id ?? []);
  }

  async #volumeNames(project: string): Promise<string[]> {
    const list = (await this.#json('GET', `/volumes?filters=${labelled(project)}`)) as { Volumes: Listed[] | null };
    return (list.Volumes ?? []).flatMap(({ Name }) => Name ?? []);
  }

  async #json(method: 'GET', path: string, signal?: AbortSignal): Promise<unknown> {
    const { statusCode, body } = await this.#request(method, path, signal);
    if (statusCode >= 400) throw new Error(`the Docker engine answered ${String(statusCode)}: ${await body.text()}`);
    return body.json();
  }

  #request(method: 'GET' | 'DELETE', path: string, signal?: AbortSignal): ReturnType<typeof request> {
    return request(`http://docker${path}`, {
      method,
      dispatcher: this.#agent,
      headersTimeout: ANSWER_MS,
      bodyTimeout: ANSWER_MS,
      ...(signal ? { signal } : {}),
    });
  }
}

function labelled(project: string): string {
  return encode({ label: [`${PROJECT_LABEL}=${project}`] });
}

function encode(filters: Readonly<Record<string, readonly string[]>>): string {
  return encodeURIComponent(JSON.stringify(filters));
}
