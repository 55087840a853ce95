import type { ContainerSnapshot } from '../model/observation.js';
import type { Plan } from '../model/plan.js';
import type { TempoChange } from '../model/tempo.js';
import type { Clock } from '../ports/clock.js';
import type { ContainerProbe, TempoDriver } from '../ports/tempo.js';
import { START_INTERVAL_MS } from '../tempo/health-tempo.js';
import { containersToAsk, runOf, witnessChange } from '../tempo/health-witness.js';
import type { ServiceWatch } from './service-watch.js';

/** What a witness needs of the run. */
export interface WitnessContext {
  readonly plan: Pick<Plan, 'readyWhen'>;
  readonly watch: Pick<ServiceWatch, 'containers' | 'witness'>;
  readonly driver: Pick<TempoDriver, 'obeysStartInterval' | 'healthcheck' | 'runHealthcheck'>;
  readonly clock: Clock;
}

/**
 * Runs the healthchecks of services that start more often than Docker does, where it knows no `start_interval`. The first one that passes
 * is a witness that the service is healthy, as it is to Docker; one that fails says nothing: failures are Docker's to count.
 */
export class HealthWitness {
  readonly #changes = new Map<string, TempoChange>();
  readonly #probes = new Map<string, Promise<ContainerProbe | undefined>>();
  /** Containers in which a healthcheck of ours runs. */
  readonly #busy = new Set<string>();
  /** Runs of containers that are not asked again: the healthcheck hung, and every exec would leave one more process there. */
  readonly #hung = new Set<string>();
  readonly #stop = new AbortController();
  #work: Promise<void> = Promise.resolve();

  constructor(private readonly context: WitnessContext) {}

  /** What was done to the healthchecks of services, in the order in which they were first asked. */
  get changes(): readonly TempoChange[] {
    return [...this.#changes.values()];
  }

  /** Does nothing where Docker itself can be told. */
  start(): void {
    if (!this.context.driver.obeysStartInterval) this.#work = this.#askAgainAndAgain();
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#work;
  }

  async #askAgainAndAgain(): Promise<void> {
    const { clock, plan } = this.context;
    const { signal } = this.#stop;
    const asked = new Set<Promise<void>>();
    while (!signal.aborted) {
      for (const container of containersToAsk(this.#containers(), plan.readyWhen, this.#busy)) {
        if (this.#hung.has(runOf(container))) continue;
        const one = this.#ask(container).finally(() => asked.delete(one));
        asked.add(one);
      }
      await clock.sleep(START_INTERVAL_MS, signal);
    }
    await Promise.all(asked);
  }

  /** None when the engine is gone: whoever waits meets the same and says so. */
  #containers(): readonly ContainerSnapshot[] {
    try {
      return this.context.watch.containers();
    } catch {
      return [];
    }
  }

  async #ask(container: ContainerSnapshot): Promise<void> {
    const { driver, watch, clock } = this.context;
    const { signal } = this.#stop;
    this.#busy.add(container.id);
    try {
      const probe = await this.#probe(container.id);
      const change = probe && witnessChange(container.service, probe);
      if (!probe || !change) return;
      if (!this.#changes.has(container.service)) this.#changes.set(container.service, change);
      const result = await driver.runHealthcheck(container.id, probe, signal);
      if (result === 'passed') watch.witness(container, clock.now());
      if (result === 'hung') this.#hung.add(runOf(container));
    } catch {
      // The container ended meanwhile, or the engine is gone: no witness.
    } finally {
      this.#busy.delete(container.id);
    }
  }

  /** A container's configuration stays as it is, so one look is enough. */
  #probe(id: string): Promise<ContainerProbe | undefined> {
    const known = this.#probes.get(id);
    if (known) return known;
    const probe = this.context.driver.healthcheck(id);
    this.#probes.set(id, probe);
    probe.catch(() => this.#probes.delete(id));
    return probe;
  }
}
