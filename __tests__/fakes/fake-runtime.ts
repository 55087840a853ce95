import type { ContainerEvent, ContainerSummary } from '../../src/model/container-event.js';
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

/** A container that was created and not started. */
const UNSTARTED = { state: 'created', health: 'none', startedAtMs: 0 } as const;

const OK: CommandResult = { command: 'docker compose', exitCode: 0, stdout: '', output: '' };

const EVENTS_EVERY_MS = 50;

function* changes(
  before: ContainerSnapshot | undefined,
  { id, service, state, health, exitCode, startedAtMs }: ContainerSnapshot,
  atMs: number,
): Iterable<ContainerEvent> {
  const about = { containerId: id, service, atMs };
  const runs = state === 'running';
  if (startedAtMs !== before?.startedAtMs) yield { ...about, atMs: startedAtMs, action: 'start' };
  if (!runs && before?.state === 'running') yield { ...about, action: 'die', exitCode };
  if (runs && health !== before?.health && health !== 'none') yield { ...about, action: 'health_status', health };
}

/** A runtime whose containers follow scripts; remembers what was asked of it. */
export class FakeRuntime implements Runtime {
  readonly calls: string[] = [];
  readonly #created: string[] = [];
  readonly #startedMs = new Map<string, number>();
  absent: readonly string[] = [];
  /** What the registry says, pull after pull. */
  pullResult: (service: string, attempt: number) => CommandResult = () => OK;
  createResult: (services: readonly string[]) => CommandResult = () => OK;
  /** Containers of a service; one when absent. */
  copies: Readonly<Record<string, number>> = {};
  readonly #pulls = new Map<string, number>();
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

  absentImages<Image extends { readonly image: string }>(images: readonly Image[]): Promise<readonly Image[]> {
    return Promise.resolve(images.filter(({ image }) => this.absent.includes(image)));
  }

  pull(service: string): Promise<CommandResult> {
    const attempt = (this.#pulls.get(service) ?? 0) + 1;
    this.#pulls.set(service, attempt);
    this.calls.push(`pull ${service}`);
    return Promise.resolve(this.pullResult(service, attempt));
  }

  create(services: readonly string[]): Promise<CommandResult> {
    this.calls.push(`create ${services.join(' ')}`);
    const result = this.createResult(services);
    if (result.exitCode === 0) this.#created.push(...services);
    return Promise.resolve(result);
  }

  async start(containerId: string, signal: AbortSignal): Promise<CommandResult> {
    const service = containerId.replace(/(?:-\d+)?-id$/, '');
    this.calls.push(`start ${service}`);
    return this.#launch([service], signal);
  }

  build(services: readonly string[]): Promise<CommandResult> {
    this.calls.push(`build ${services.join(' ')}`);
    return Promise.resolve(OK);
  }

  async up(services: readonly string[], signal: AbortSignal): Promise<CommandResult> {
    this.calls.push(`up ${services.join(' ')}`);
    this.#created.push(...services);
    return this.#launch(services, signal);
  }

  async #launch(services: readonly string[], signal: AbortSignal): Promise<CommandResult> {
    await this.clock.sleep(this.upTakesMs(services), signal);
    if (signal.aborted) return { ...OK, exitCode: 143 };
    const result = this.upResult(services);
    if (result.exitCode === 0) for (const service of services) this.#startedMs.set(service, this.clock.now());
    return result;
  }

  containers(): Promise<readonly ContainerSnapshot[]> {
    const first = Math.min(...this.#startedMs.values());
    if (this.clock.now() - first > this.goneAfterMs) return Promise.reject(new Error('the engine is gone'));
    return Promise.resolve(this.#created.flatMap((service) => this.#containers(service)));
  }

  async list(): Promise<readonly ContainerSummary[]> {
    return (await this.containers()).map(({ id, state, health }) => ({ id, state, health }));
  }

  async inspect(ids: readonly string[]): Promise<readonly ContainerSnapshot[]> {
    return (await this.containers()).filter(({ id }) => ids.includes(id));
  }

  /** What differs from a moment before is told as the engine tells it. */
  async *events(signal: AbortSignal): AsyncIterable<ContainerEvent> {
    let known = new Map<string, ContainerSnapshot>();
    while (!signal.aborted) {
      const now = await this.containers();
      for (const container of now) yield* changes(known.get(container.id), container, this.clock.now());
      known = new Map(now.map((container) => [container.id, container]));
      await this.clock.sleep(EVENTS_EVERY_MS, signal);
    }
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
    this.#created.length = 0;
    return Promise.resolve(this.left);
  }

  #containers(service: string): ContainerSnapshot[] {
    const startedAtMs = this.#startedMs.get(service);
    const one = this.#container(service, startedAtMs ?? 0);
    const container = startedAtMs === undefined ? { ...one, ...UNSTARTED } : one;
    const copies = this.copies[service];
    if (copies === undefined) return [container];
    return Array.from({ length: copies }, (_, index) => ({
      ...container,
      id: `${service}-${String(index + 1)}-id`,
    }));
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
