import type { Dependency } from './stack.js';

/** What it takes for a service to count as ready. */
export type ReadyWhen = 'healthy-or-running' | 'completed';

/** Services that are started together. */
export interface PlannedStage {
  /** `prometheus` for the first one, a number for the others. */
  readonly name: string;
  readonly services: readonly string[];
}

/** In which order the stack comes up, and what is waited for. Pure data. */
export interface Plan {
  readonly stages: readonly PlannedStage[];
  readonly readyWhen: ReadonlyMap<string, ReadyWhen>;
  readonly dependencies: ReadonlyMap<string, readonly Dependency[]>;
  /** Services whose image has to be built first. */
  readonly builds: readonly string[];
  /** How many containers a service has, where it is not one. */
  readonly replicas?: ReadonlyMap<string, number>;
}
