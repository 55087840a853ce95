import type { ContainerFacts } from './container-facts.js';
import type { HostObservation } from './host.js';
import type { ServerFacts } from './server-facts.js';
import type { TargetProbe } from './target-probe.js';
import type { TempoConfirmation } from './tempo.js';

/** Docker's word for what a container does. */
export type ContainerState = 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';

/** Docker's word for its health; `none` is a container without a healthcheck. */
export type ContainerHealth = 'none' | 'starting' | 'healthy' | 'unhealthy';

/** One run of the healthcheck as Docker logged it. */
export interface ProbeResult {
  readonly at: string;
  /** Absent in older recordings. */
  readonly endedAt?: string;
  readonly exitCode: number;
  readonly output: string;
}

/** One container of the project as Docker inspects it. */
export interface ContainerSnapshot extends ContainerFacts {
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
  /** When Docker made it, milliseconds since the epoch. */
  readonly createdAtMs?: number;
  /** Milliseconds since the epoch, 0 when it never started. */
  readonly startedAtMs: number;
  readonly finishedAtMs: number;
  /** Docker's own error text from the last start, empty when there was none. */
  readonly startError: string;
  readonly probes: readonly ProbeResult[];
  /** How often its probe has failed since it last passed. */
  readonly failingStreak?: number;
  /** Address of the container on each of its networks. */
  readonly addresses: readonly string[];
  /** Published ports: container port → where the host listens. */
  readonly publishedPorts: readonly PublishedPort[];
  /** What was seen of it besides; absent when nobody watched. */
  readonly watched?: Watched | undefined;
}

/** What events told of a container. No inspect shows the past. Times are milliseconds since the epoch. */
export interface Watched {
  /** Runs that ended by themselves, oldest first. */
  readonly endedRuns: readonly EndedRun[];
  /** Since when it is paused. */
  readonly pausedAtMs?: number | undefined;
  /** When it ended because somebody asked for it, unless it was started again. */
  readonly stoppedAtMs?: number | undefined;
  readonly removedAtMs?: number | undefined;
  /** Since when no other service that this one may wait for is on its way; absent while one is. */
  readonly companionsReadyAtMs?: number | undefined;
}

/** One run of a container's main process that nobody ended. */
export interface EndedRun {
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly exitCode: number;
  readonly oomKilled: boolean;
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
  /** As the running Prometheus has them, which relabelling and another tempo may change. Prometheus 2.28 and newer. */
  readonly intervalMs?: number | undefined;
  readonly timeoutMs?: number | undefined;
  /** `__meta_dns_name`: the name that `dns_sd_configs` looked up. */
  readonly dnsName?: string | undefined;
  /** `__meta_docker_container_id`. */
  readonly containerId?: string | undefined;
}

/** A target that relabelling dropped. */
export interface DroppedTarget {
  readonly scrapePool: string;
  readonly address: string;
  /** Its labels before relabelling. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
}

/** What `/api/v1/targets` said. */
export interface TargetList {
  /** Every target that is not up, and of those that are up the first ones. */
  readonly active: readonly ActiveTarget[];
  readonly dropped: readonly DroppedTarget[];
  /** How many active targets are not in the list, since there are so many. */
  readonly omitted?: number | undefined;
}

/** A failure that `docker compose up` or `build` itself reported. */
export interface BringUpFailure {
  readonly services: readonly string[];
  readonly command: string;
  readonly exitCode: number;
  readonly output: string;
  /** How often it was tried, when more than once. */
  readonly attempts?: number;
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
  /** When the run began, milliseconds since the epoch. */
  readonly runStartedMs?: number | undefined;
  readonly containers: readonly ContainerSnapshot[];
  /** Undefined when Prometheus was never asked. */
  readonly targets?: TargetList | undefined;
  readonly prometheus: PrometheusObservation;
  /** What Prometheus says of itself; absent when it was never asked. */
  readonly server?: ServerFacts | undefined;
  /** What came of asking targets like Prometheus does. */
  readonly targetProbes?: readonly TargetProbe[] | undefined;
  /** Last log lines of the services that failed, oldest first. */
  readonly logs: Readonly<Record<string, readonly string[]>>;
  readonly bringUpFailure?: BringUpFailure | undefined;
  /** What the machine had before anything was started; absent in records of what was started without a look. */
  readonly host?: HostObservation | undefined;
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
  /** Why no asking helps, when it does not: it wants credentials, or what answers is not the Prometheus of this run. */
  readonly refusal?: 'credentials' | 'another-prometheus' | undefined;
  /** By how much its clock jumped against the time that passed here, milliseconds, when it did. */
  readonly clockJumpMs?: number | undefined;
}
