import { readFileSync } from 'node:fs';
import type { ContainerFacts, ContainerStats, ListeningSocket } from '../../model/container-facts.js';
import { listeningSockets } from '../../model/kernel-sockets.js';
import type { ContainerSnapshot } from '../../model/observation.js';
import type { ProbeAnswer } from '../../model/target-probe.js';
import type { Inspection, ProbeRequest } from '../../ports/inspection.js';
import type { Runtime } from '../../ports/runtime.js';
import type { Engine } from './engine.js';
import { socketsOfProcess } from './sockets.js';
import { wgetAnswer } from './wget-answer.js';

interface RawStats {
  readonly memory_stats?: { readonly usage?: number; readonly limit?: number };
  readonly cpu_stats?: { readonly cpu_usage?: { readonly total_usage?: number } };
  readonly pids_stats?: { readonly current?: number };
}

/** Looks into containers by `/proc`, by the Engine API, and by a program of the container where neither is at hand. */
export class DockerInspection implements Inspection {
  readonly #architectures = new Map<string, Promise<string | undefined>>();

  constructor(
    private readonly engine: Engine,
    private readonly runtime: Pick<Runtime, 'exec'>,
  ) {}

  /** On Linux the bridge networks of a local engine are networks of this machine. */
  get reachesContainers(): boolean {
    return process.platform === 'linux' && this.engine.address.startsWith('unix://');
  }

  async facts(container: ContainerSnapshot, signal: AbortSignal): Promise<ContainerFacts> {
    const [listening, architecture, stats] = await Promise.all([
      this.#sockets(container, signal),
      this.#architecture(container.image, signal),
      this.#stats(container, signal),
    ]);
    return {
      ...(listening && { listening }),
      ...(architecture === undefined ? {} : { architecture }),
      ...(stats && { stats }),
    };
  }

  credential(path: string): string | undefined {
    try {
      return readFileSync(path, 'utf8').trim();
    } catch {
      return undefined;
    }
  }

  async get(request: ProbeRequest, signal: AbortSignal): Promise<ProbeAnswer | undefined> {
    if (!this.reachesContainers) return this.#askInside(request, signal);
    // Loaded with TLS and all that when something runs that can be asked.
    const { httpProbe } = await import('../http-probe.js');
    return httpProbe(request, signal);
  }

  /** By wget in the container of Prometheus. Credentials would be seen in its list of processes, and stay here. */
  async #askInside(request: ProbeRequest, signal: AbortSignal): Promise<ProbeAnswer | undefined> {
    const { url, headers, timeoutMs, from, read } = request;
    if ('Authorization' in headers) return undefined;
    const startedMs = performance.now();
    const seconds = String(Math.max(1, Math.ceil(timeoutMs / 1000)));
    // Compressed, the body could not be read here.
    const plain = Object.entries(headers).filter(([name]) => name !== 'Accept-Encoding');
    const flags = plain.flatMap(([name, value]) => ['--header', `${name}: ${value}`]);
    const result = await this.runtime
      .exec(from, ['wget', '-q', '-S', '-O', '-', '-T', seconds, ...flags, url], signal)
      .catch(() => undefined);
    return result && wgetAnswer(url, result, Math.round(performance.now() - startedMs), read);
  }

  async #sockets(container: ContainerSnapshot, signal: AbortSignal): Promise<ListeningSocket[] | undefined> {
    if (container.state !== 'running') return undefined;
    const local = await socketsOfProcess(container.pid ?? 0, container.id);
    if (local) return local;
    const argv = ['cat', '/proc/net/tcp', '/proc/net/tcp6'];
    const said = await this.runtime.exec(container.service, argv, signal).catch(() => undefined);
    // Without IPv6 the second file is missing, which is no fault.
    return said?.stdout.includes('local_address') ? listeningSockets(said.stdout) : undefined;
  }

  #architecture(image: string, signal: AbortSignal): Promise<string | undefined> {
    let known = this.#architectures.get(image);
    if (!known) {
      known = this.#ask(`/images/${encodeURIComponent(image)}/json`, signal).then(
        (answer) => (answer as { Architecture?: string } | undefined)?.Architecture,
      );
      this.#architectures.set(image, known);
    }
    return known;
  }

  async #stats({ id, state }: ContainerSnapshot, signal: AbortSignal): Promise<ContainerStats | undefined> {
    if (state !== 'running') return undefined;
    const raw = (await this.#ask(`/containers/${id}/stats?stream=false&one-shot=true`, signal)) as RawStats | undefined;
    return (
      raw && {
        memoryBytes: raw.memory_stats?.usage ?? 0,
        memoryLimitBytes: raw.memory_stats?.limit ?? 0,
        cpuMs: Math.round((raw.cpu_stats?.cpu_usage?.total_usage ?? 0) / 1e6),
        processes: raw.pids_stats?.current ?? 0,
      }
    );
  }

  async #ask(path: string, signal: AbortSignal): Promise<unknown> {
    try {
      return await this.engine.ask?.(path, signal);
    } catch {
      return undefined;
    }
  }
}
