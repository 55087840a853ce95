import type { ActiveTarget, ContainerSnapshot, DroppedTarget, TargetList } from '../model/observation.js';
import type { ServerFacts } from '../model/server-facts.js';
import type { PrometheusInstance } from '../model/stack.js';

/** How many series of `up` there are, and how many of them say that the last scrape succeeded. */
export interface UpCounts {
  readonly up: number;
  readonly all: number;
}

/** What one answer was, besides its targets. */
export interface Look {
  readonly bytes: number;
  /** The time on the clock of Prometheus, to the second, milliseconds since the epoch. */
  readonly serverMs?: number | undefined;
}

/** The HTTP API of one Prometheus. Everything throws with its or the connection's own words when there is no answer. */
export interface PrometheusApi {
  /** How it is reached, for people. */
  readonly url: string;
  /** Whether it is ready to serve. Throws CredentialsNeeded. */
  ready(signal: AbortSignal): Promise<boolean>;
  /** When its process started, by its own clock, milliseconds since the epoch; undefined when it does not tell. */
  startedMs(signal: AbortSignal): Promise<number | undefined>;
  /**
   * Some hundred bytes, however many targets there are. A hint and no proof: `up` carries the labels after relabelling, and other
   * servers' series may be among them. Undefined when queries are not served, as in agent mode.
   */
  upCounts(signal: AbortSignal): Promise<UpCounts | undefined>;
  /** Shows every active target, of one scrape pool or of all, one after the other, so that none has to be kept. */
  active(pool: string | undefined, visit: (target: ActiveTarget) => void, signal: AbortSignal): Promise<Look>;
  dropped(pool: string | undefined, visit: (target: DroppedTarget) => void, signal: AbortSignal): Promise<Look>;
  /** All of them at once, for a stack that is known to be small. */
  targets(signal: AbortSignal): Promise<TargetList>;
  /** What it says of itself; never throws, what is not answered is left out. */
  facts?(signal: AbortSignal): Promise<ServerFacts>;
  /** Interval and timeout of every active target, in one text; empty before Prometheus 2.29, which does not tell. */
  scrapeSettings?(signal: AbortSignal): Promise<string>;
  close(): Promise<void>;
}

/** Finds a way to the API: the published port, the container's address, or a program inside the container. */
export interface PrometheusDoor {
  /**
   * Undefined when no way answers yet; `tried` says what was tried and what came of it.
   * @param except URLs at which something else answers
   */
  open(
    instance: PrometheusInstance,
    container: ContainerSnapshot,
    signal: AbortSignal,
    except?: ReadonlySet<string>,
  ): Promise<{ readonly api?: PrometheusApi; readonly tried: readonly string[] }>;
}
