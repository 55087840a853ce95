import type { ContainerSnapshot } from '../model/observation.js';
import type { Plan } from '../model/plan.js';
import { quickRuns } from '../rules/crash-loop.js';
import type { Readiness } from '../rules/readiness.js';

/** Knows since when a service has nothing left to wait for: what still fails from then on fails by itself. */
export class Companions {
  readonly #readySinceMs = new Map<string, number>();

  constructor(private readonly plan: Pick<Plan, 'dependencies'>) {}

  sinceMs(service: string): number | undefined {
    return this.#readySinceMs.get(service);
  }

  update(
    readiness: ReadonlyMap<string, Readiness>,
    containers: ReadonlyMap<string, readonly ContainerSnapshot[]>,
    nowMs: number,
  ): void {
    const coming = [...readiness].flatMap(([service, { kind }]) =>
      kind === 'waiting' && !containers.get(service)?.some(isDying) ? [service] : [],
    );
    for (const service of readiness.keys()) {
      const awaited = coming.some(
        (other) => other !== service && (containers.has(other) || !this.#waitsFor(other, service)),
      );
      if (awaited) this.#readySinceMs.delete(service);
      else if (!this.#readySinceMs.has(service)) this.#readySinceMs.set(service, nowMs);
    }
  }

  /** Whether a service that is not started yet is held back by another one, by whatever way. */
  #waitsFor(service: string, other: string): boolean {
    const held = new Set([service]);
    for (const name of held) for (const next of this.plan.dependencies.get(name) ?? []) held.add(next.service);
    return held.has(other);
  }
}

/** Two services that each die while they wait for the other one are on no way. */
function isDying(container: ContainerSnapshot): boolean {
  return quickRuns(container).length >= 2;
}
