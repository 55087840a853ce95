import type { ContainerSnapshot } from '../model/observation.js';
import type { Plan } from '../model/plan.js';
import type { Clock } from '../ports/clock.js';
import type { Runtime } from '../ports/runtime.js';
import { judgeService, type Readiness } from '../rules/readiness.js';
import { runOf } from '../tempo/health-witness.js';
import { Companions } from './companions.js';
import { ContainerLook } from './container-look.js';

/** Judges the services of a plan at any time, by containers that a `ContainerLook` keeps up to date. */
export class ServiceWatch {
  readonly #look: ContainerLook;
  readonly #companions: Companions;
  readonly #readyAt = new Map<string, number>();
  /** By runs of containers: when a healthcheck of ours passed in it. */
  readonly #witnessedAt = new Map<string, number>();
  readonly #failed = new AbortController();

  /** @param onReady called once each time a service becomes ready */
  constructor(
    runtime: Runtime,
    private readonly clock: Clock,
    private readonly plan: Pick<Plan, 'readyWhen' | 'replicas' | 'dependencies'>,
    private readonly onReady: (service: string, as: string) => void,
  ) {
    this.#companions = new Companions(plan);
    this.#look = new ContainerLook(runtime, clock, () => {
      this.#judgeAll();
    });
  }

  /** The containers as they were last seen. Throws what the engine threw when it is gone. */
  containers(): readonly ContainerSnapshot[] {
    return this.#look.containers().map((seen) => {
      const container = this.#witnessed(seen);
      const companionsReadyAtMs = this.#companions.sinceMs(container.service);
      if (!container.watched || companionsReadyAtMs === undefined) return container;
      return { ...container, watched: { ...container.watched, companionsReadyAtMs } };
    });
  }

  /** Its healthcheck passed in this run of the container. Docker's own verdict comes later and has the last word. */
  witness(container: Pick<ContainerSnapshot, 'id' | 'startedAtMs'>, atMs: number): void {
    this.#witnessedAt.set(runOf(container), atMs);
    this.#judgeAll();
    this.#look.wake();
  }

  of(service: string): readonly ContainerSnapshot[] {
    return this.containers().filter((container) => container.service === service);
  }

  /** When each service that is ready now became so, milliseconds since the epoch. */
  get readyAt(): ReadonlyMap<string, number> {
    this.#judgeAll();
    return this.#readyAt;
  }

  /** Aborts as soon as a service is seen that no waiting helps: for whatever else would go on meanwhile. */
  get failed(): AbortSignal {
    return this.#failed.signal;
  }

  /** The first service that no waiting helps, if there is one. */
  hopeless(readiness = this.#readiness()): { readonly service: string; readonly reason: string } | undefined {
    for (const [service, one] of readiness) {
      if (one.kind !== 'hopeless') continue;
      this.#failed.abort();
      return { service, reason: one.reason };
    }
    return undefined;
  }

  /** How long until time alone, without an event, may change what is thought of a service. */
  recheckMs(): number {
    const all = [...this.#readiness().values()];
    return Math.min(...all.map((one) => (one.kind === 'waiting' ? (one.recheckMs ?? Infinity) : Infinity)));
  }

  /** Resolves after the next look, after `atMostMs`, or with the signal, whichever is first. */
  change(atMostMs: number, signal: AbortSignal): Promise<void> {
    return this.#look.change(atMostMs, signal);
  }

  /** Looks at once, whatever the events say. */
  refresh(): Promise<void> {
    return this.#look.refresh();
  }

  close(): Promise<void> {
    return this.#look.close();
  }

  #witnessed(container: ContainerSnapshot): ContainerSnapshot {
    const witnessedAtMs = this.#witnessedAt.get(runOf(container));
    if (witnessedAtMs === undefined || container.health !== 'starting') return container;
    return { ...container, health: 'healthy', watched: { endedRuns: [], ...container.watched, witnessedAtMs } };
  }

  #readiness(byService = this.#byService()): Map<string, Readiness> {
    const { readyWhen, replicas } = this.plan;
    const now = this.clock.now();
    return new Map(
      [...readyWhen].map(([service, when]) => [
        service,
        judgeService(byService.get(service) ?? [], when, now, replicas.get(service)),
      ]),
    );
  }

  #byService(): Map<string, ContainerSnapshot[]> {
    const byService = new Map<string, ContainerSnapshot[]>();
    for (const container of this.containers()) {
      const own = byService.get(container.service) ?? [];
      byService.set(container.service, [...own, container]);
    }
    return byService;
  }

  #judgeAll(): void {
    const byService = this.#byService();
    const readiness = this.#readiness(byService);
    const now = this.clock.now();
    this.#companions.update(readiness, byService, now);
    this.hopeless(readiness);
    for (const [service, one] of readiness) {
      if (one.kind !== 'ready') this.#readyAt.delete(service);
      else if (!this.#readyAt.has(service)) {
        this.#readyAt.set(service, now);
        this.onReady(service, one.as);
      }
    }
  }
}
