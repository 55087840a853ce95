import type { ContainerHealth } from './observation.js';

/** What can happen to a container that changes what is thought of its service. */
export type ContainerAction =
  'create' | 'start' | 'die' | 'oom' | 'kill' | 'stop' | 'restart' | 'destroy' | 'pause' | 'unpause' | 'health_status';

/** What the engine says happened to one container of the project. */
export interface ContainerEvent {
  readonly action: ContainerAction;
  readonly containerId: string;
  readonly service: string;
  /** By the engine's clock, milliseconds since the epoch. */
  readonly atMs: number;
  /** Of `die`. */
  readonly exitCode?: number;
  /** Of `health_status`. */
  readonly health?: ContainerHealth;
}

/** One line of a list of containers: enough to see which ones changed. */
export interface ContainerSummary {
  readonly id: string;
  readonly state: string;
  readonly health: ContainerHealth;
}
