import type { Dependency } from './stack.js';

/** What it takes for a service to count as ready. */
export type ReadyWhen = 'healthy-or-running' | 'completed';

/** Services that belong together in the order of starts. */
export interface PlannedStage {
  /** As the settings name it; else `prometheus`, or a number. */
  readonly name: string;
  readonly services: readonly string[];
  /** Nothing of it starts before all stages of the settings above it are ready. */
  readonly waits?: boolean;
}

/** An image that has to be here before anything starts. */
export interface PlannedImage {
  readonly image: string;
  /** As the file wants it, such as `linux/arm64`; the engine's own when undefined. */
  readonly platform?: string | undefined;
  /** Whose image it is, in the order of the file. */
  readonly services: readonly string[];
  /** `always`: the registry is asked even if an image is here. `never`: it is not, even if none is. */
  readonly pull: 'missing' | 'always' | 'never';
}

/** In which order the stack comes up, and what is waited for. Pure data. */
export interface Plan {
  readonly stages: readonly PlannedStage[];
  readonly readyWhen: ReadonlyMap<string, ReadyWhen>;
  readonly dependencies: ReadonlyMap<string, readonly Dependency[]>;
  /** Services whose image has to be built first. */
  readonly builds: readonly string[];
  readonly images: readonly PlannedImage[];
  /** How many containers each service has. */
  readonly replicas: ReadonlyMap<string, number>;
  /** Services that are created with Prometheus, before all others: itself and what it depends on. */
  readonly lead: ReadonlySet<string>;
  /** Services of which only `docker compose up` knows all that their start takes. */
  readonly byCompose: ReadonlySet<string>;
}

/** A stage as the settings name it. */
export interface NamedStage {
  readonly name: string;
  readonly services: readonly string[];
}
