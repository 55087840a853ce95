import { Agent, request } from 'undici';
import type { Footprint, Kind } from '../../model/footprint.js';
import {
  EVENTS,
  HELPER_LABEL,
  PROJECT_LABEL,
  isNameOfProject,
  type Engine,
  type InspectedContainer,
} from './engine.js';
import { demultiplex } from './log-stream.js';

const ANSWER_MS = 10_000;
const CONNECT_MS = 3000;

interface Listed {
  readonly Id?: string;
  readonly Name?: string;
}

interface ListedImage {
  readonly RepoTags?: readonly string[] | null;
  readonly Labels?: Readonly<Record<string, string>> | null;
}

const SERVICE_LABEL = 'com.docker.compose.service';

/** A container goes with its anonymous volumes. */
const REMOVAL: Readonly<Record<Kind, (id: string) => string>> = {
  containers: (id) => `/containers/${id}?force=1&v=1`,
  networks: (id) => `/networks/${id}`,
  volumes: (id) => `/volumes/${id}?force=1`,
  images: (id) => `/images/${id}`,
};

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

  async footprint(project: string): Promise<Footprint> {
    const [containers, helpers, networks, volumes, images] = await Promise.all([
      this.#containerIds(project),
      this.#containerIds(project, HELPER_LABEL),
      this.#networkIds(project),
      this.#volumeNames(project),
      this.#imageNames(project),
    ]);
    return { containers: [...containers, ...helpers], networks, volumes, images };
  }

  async stop(ids: readonly string[], graceSeconds: number): Promise<void> {
    const path = (id: string): string => `/containers/${id}/stop?t=${String(graceSeconds)}`;
    await Promise.all(ids.map(async (id) => (await this.#request('POST', path(id))).body.dump()));
  }

  async remove(kind: Kind, ids: readonly string[]): Promise<readonly string[]> {
    const problems = await Promise.all(
      ids.map(async (id) => {
        const { statusCode, body } = await this.#request('DELETE', REMOVAL[kind](encodeURIComponent(id)));
        const text = await body.text();
        // Removed meanwhile, or somebody else is at it.
        const isGoing = statusCode < 400 || statusCode === 404 || text.includes('already in progress');
        return isGoing ? [] : [engineMessage(text)];
      }),
    );
    return problems.flat();
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

  async #containerIds(project: string, label = PROJECT_LABEL): Promise<string[]> {
    const list = (await this.#json('GET', `/containers/json?all=1&filters=${labelled(project, label)}`)) as Listed[];
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

  async #imageNames(project: string): Promise<string[]> {
    const list = (await this.#json('GET', `/images/json?filters=${labelled(project)}`)) as ListedImage[];
    return list.flatMap(({ RepoTags, Labels }) =>
      (RepoTags ?? []).filter((name) => isNameOfProject(name, project, Labels?.[SERVICE_LABEL] ?? '')),
    );
  }

  async #json(method: 'GET', path: string, signal?: AbortSignal): Promise<unknown> {
    const { statusCode, body } = await this.#request(method, path, signal);
    if (statusCode >= 400) throw new Error(`the Docker engine answered ${String(statusCode)}: ${await body.text()}`);
    return body.json();
  }

  #request(method: 'GET' | 'POST' | 'DELETE', path: string, signal?: AbortSignal): ReturnType<typeof request> {
    return request(`http://docker${path}`, {
      method,
      dispatcher: this.#agent,
      headersTimeout: ANSWER_MS,
      bodyTimeout: ANSWER_MS,
      ...(signal ? { signal } : {}),
    });
  }
}

function labelled(project: string, label = PROJECT_LABEL): string {
  return encode({ label: [`${label}=${project}`] });
}

/** What an engine says in an answer that is an error: an object with one message. */
function engineMessage(text: string): string {
  const message = /"message":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
  return (message === undefined ? text : (JSON.parse(`"${message}"`) as string)).trim();
}

function encode(filters: Readonly<Record<string, readonly string[]>>): string {
  return encodeURIComponent(JSON.stringify(filters));
}
