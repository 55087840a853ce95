import type { Footprint, Leftovers } from '../../src/model/footprint.js';
import type { ContainerSnapshot } from '../../src/model/observation.js';
import type { Clock } from '../../src/ports/clock.js';
import type { CommandResult, Consultation, DownOptions, Runtime } from '../../src/ports/runtime.js';

/** What a container is like, some milliseconds after its start was asked for. */
export type Script = (sinceStartMs: number, startedAtMs: number) => Partial<ContainerSnapshot>;

/** A healthy container after a second. */
export const healthyAfter =
  (ms: number): Script =>
  (since) => ({ health: since >= ms ? 'healthy' : 'starting' });

const OK: CommandResult = { command: 'docker compose', exitCode: 0, stdout: '', output: '' };

/** A runtime whose containers follow scripts; remembers what was asked of it. */
export class FakeRuntime implements Runtime {
  readonly calls: string[] = [];
  readonly #startedMs = new Map<string, number>();
  before: Footprint = { containers: [], networks: [], volumes: [] };
  left: Leftovers = { containers: [], networks: [], volumes: [], problems: [] };
  requireError: Error | undefined;
  goneAfterMs = Infinity;
  readonly consulted: Consultation[] = [];
  consultResult: (question: Consultation) => CommandResult | undefined = () => undefined;
  upTakesMs: (services: readonly string[]) => number = () => 0;
  upResult: (services: readonly string[]) => CommandResult = () => OK;

  constructor(
    private readonly clock: Clock,
    private readonly scripts: Readonly<Record<string, Script>>,
    private readonly logLines: Readonly<Record<string, readonly string[]>> = {},
  ) {}

  require(): Promise<string> {
    this.calls.push('require');
    return this.requireError ? Promise.reject(this.requireError) : Promise.resolve('fake engine');
  }

  footprint(): Promise<Footprint> {
    return Promise.resolve(this.before);
  }

  build(services: readonly string[]): Promise<CommandResult> {
    this.calls.push(`build ${services.join(' ')}`);
    return Promise.resolve(OK);
  }

  async up(services: readonly string[], signal: AbortSignal): Promise<CommandResult> {
    this.calls.push(`up ${services.join(' ')}`);
    await this.clock.sleep(this.upTakesMs(services), signal);
    if (signal.aborted) return { ...OK, exitCode: 143 };
    const result = this.upResult(services);
    if (result.exitCode === 0) for (const service of services) this.#startedMs.set(service, this.clock.now());
    return result;
  }

  containers(): Promise<readonly ContainerSnapshot[]> {
    const first = Math.min(...this.#startedMs.values());
    if (this.clock.now() - first > this.goneAfterMs) return Promise.reject(new Error('the engine is gone'));
    return Promise.resolve([...this.#startedMs].map(([service, startedAtMs]) => this.#container(service, startedAtMs)));
  }

  async *events(signal: AbortSignal): AsyncIterable<void> {
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => {
        resolve();
      });
    });
    for (const none of [] as undefined[]) yield none;
  }

  logs(containerId: string): Promise<readonly string[]> {
    return Promise.resolve(this.logLines[containerId.replace(/-id$/, '')] ?? []);
  }

  exec(): Promise<CommandResult> {
    return Promise.resolve(OK);
  }

  consult(question: Consultation): Promise<CommandResult | undefined> {
    this.consulted.push(question);
    return Promise.resolve(this.consultResult(question));
  }

  down({ keep: { volumes } }: DownOptions): Promise<Leftovers> {
    this.calls.push(volumes.length > 0 ? `down but ${volumes.join(' ')}` : 'down');
    this.#startedMs.clear();
    return Promise.resolve(this.left);
  }

  #container(service: string, startedAtMs: number): ContainerSnapshot {
    return {
      id: `${service}-id`,
      name: `run-${service}-1`,
      service,
      image: `example/${service}:1`,
      state: 'running',
      health: 'none',
      exitCode: 0,
      oomKilled: false,
      restarts: 0,
      restartPolicy: 'no',
      maximumRetries: 0,
      startedAtMs,
      finishedAtMs: 0,
      startError: '',
      probes: [],
      addresses: [],
      publishedPorts: [],
      ...this.scripts[service]?.(this.clock.now() - startedAtMs, startedAtMs),
    };
  }
}
