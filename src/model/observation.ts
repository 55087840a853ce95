import type { TempoConfirmation } from './tempo.js';

/** Docker's word for what a container does. */
export type ContainerState = 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';

/** Docker's word for its health; `none` is a container without a healthcheck. */
export type ContainerHealth = 'none' | 'starting' | 'healthy' | 'unhealthy';

/** One run of the healthcheck as Docker logged it. */
export interface ProbeResult {
  readonly at: string;
  readonly exitCode: number;
  readonly output: string;
}

/** One container of the project as Docker inspects it. */
export interface ContainerSnapshot {
  readonly id: string;
  readonly name: string;
  readonly service: string;
  readonly image: string;
  readonly state: ContainerState;
  readonly health: ContainerHealth;
  readonly exitCode: number;
  readonly oomKilled: boolean;
  readonly restarts: number;
  /** The restart policy's name: `no`, `always`, `on-failure`, `unless-stopped`. */
  readonly restartPolicy: string;
  /** For `on-failure`: how often at most, 0 is without limit. */
  readonly maximumRetries: number;
  /** Milliseconds since the epoch, 0 when it never started. */
  readonly startedAtMs: number;
  readonly finishedAtMs: number;
  /** Docker's own error text from the last start, empty when there was none. */
  readonly startError: string;
  readonly probes: readonly ProbeResult[];
  /** Address of the container on each of its networks. */
  readonly addresses: readonly string[];
  /** Published ports: container port → where the host listens. */
  readonly publishedPorts: readonly PublishedPort[];
}

/** A container port that the host publishes. */
export interface PublishedPort {
  readonly containerPort: number;
  readonly hostAddress: string;
  readonly hostPort: number;
}

/** One active target as `/api/v1/targets` lists it. */
export interface ActiveTarget {
  readonly scrapePool: string;
  /** `__address__` before relabelling: what the configuration named. */
  readonly address: string;
  readonly scrapeUrl: string;
  readonly health: 'up' | 'down' | 'unknown';
  readonly lastError: string;
  /** Milliseconds since the epoch, 0 before the first scrape. */
  readonly lastScrapeMs: number;
  readonly scrapeDurationMs: number;
}

/** A target that relabelling dropped. */
export interface DroppedTarget {
  readonly scrapePool: string;
  readonly address: string;
}

/** One answer of `/api/v1/targets`. */
export interface TargetList {
  readonly active: readonly ActiveTarget[];
  readonly dropped: readonly DroppedTarget[];
}

/** A failure that `docker compose up` or `build` itself reported. */
export interface BringUpFailure {
  readonly services: readonly string[];
  readonly command: string;
  readonly exitCode: number;
  readonly output: string;
}

/** What a program that has the last word says of a file that was judged here. */
export interface AuthorityAnswer {
  /** `promtool`, `amtool` or `docker compose config`. */
  readonly program: string;
  /** The file or files, as messages print them. */
  readonly about: string;
  readonly accepted: boolean;
  readonly said: string;
  /** The errors that were found here in the same files. */
  readonly ours: readonly string[];
}

/** All that was seen of a run. Serialisable; the runtime rules judge it purely. */
export interface Observation {
  /** When the containers were last looked at, milliseconds since the epoch. */
  readonly atMs: number;
  readonly containers: readonly ContainerSnapshot[];
  /** Undefined when Prometheus was never asked. */
  readonly targets?: TargetList | undefined;
  readonly prometheus: PrometheusObservation;
  /** Last log lines of the services that failed, oldest first. */
  readonly logs: Readonly<Record<string, readonly string[]>>;
  readonly bringUpFailure?: BringUpFailure | undefined;
  /** Absent when nobody was asked. */
  readonly authorities?: readonly AuthorityAnswer[];
  /** Services that were never started because a stage before them failed. */
  readonly neverStarted: readonly string[];
  /** Failures under the fast tempo that were looked at again at the configured one; absent when there was none. */
  readonly confirmations?: readonly TempoConfirmation[];
  /** Why the run stopped early, when it did. */
  readonly interrupted?: 'deadline' | 'cancelled' | undefined;
}

/** What is known of Prometheus itself. */
export interface PrometheusObservation {
  readonly url?: string | undefined;
  readonly ready: boolean;
  readonly lastError?: string | undefined;
}
