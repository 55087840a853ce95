/** How a command ended. */
export interface Ended {
  readonly exitCode: number;
  readonly output: string;
}

/** A container as Docker describes it. */
export interface ContainerSeen {
  readonly service: string;
  readonly status: string;
  readonly exitCode: number;
  readonly restarts: number;
  /** Empty without a healthcheck. */
  readonly health: string;
  readonly probes: readonly { readonly exitCode: number; readonly output: string }[];
  readonly log: string;
}

/** A target as Prometheus describes it. */
export interface TargetSeen {
  readonly job: string;
  readonly address: string;
  readonly health: string;
  readonly lastError: string;
}

/** How a request went; without a status nothing answered. */
export interface Answer {
  readonly url: string;
  readonly status?: number;
  readonly error?: string;
  readonly body?: string;
}

/** What was seen of a stack at one moment. What is absent was not looked at, or did not answer. */
export interface Observation {
  /** `docker compose config`. */
  readonly config?: Ended;
  /** `docker compose up`; absent as long as it runs. */
  readonly up?: Ended;
  readonly containers?: readonly ContainerSeen[];
  readonly targets?: readonly TargetSeen[];
  /** Alertmanagers that Prometheus has, and how a request of its container to each goes. */
  readonly alertmanagers?: readonly Answer[];
  /** Sums of Prometheus' own metrics, by name. */
  readonly metrics?: Readonly<Record<string, number>>;
  /** Names of the groups of rules that are loaded. */
  readonly groups?: readonly string[];
  /** Services of which some port answers as Prometheus does; of those that run. */
  readonly prometheuses?: readonly string[];
  readonly answer?: Answer;
  readonly path?: 'file' | 'directory' | 'nothing';
  /** Whether the container's user got what it wanted of a path, and what the system said. */
  readonly access?: Ended;
}
