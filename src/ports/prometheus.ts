import type { ContainerSnapshot, TargetList } from '../model/observation.js';
import type { PrometheusInstance } from '../model/stack.js';

/** The HTTP API of one Prometheus. */
export interface PrometheusApi {
  /** How it is reached, for people. */
  readonly url: string;
  /** Whether it is ready to serve; throws with Prometheus' or the connection's own words when it does not answer. */
  ready(signal: AbortSignal): Promise<boolean>;
  targets(signal: AbortSignal): Promise<TargetList>;
  /** Interval and timeout of every active target, in one text; empty before Prometheus 2.29, which does not tell. */
  scrapeSettings?(signal: AbortSignal): Promise<string>;
  close(): Promise<void>;
}

/** Finds a way to the API: the published port, the container's address, or a program inside the container. */
export interface PrometheusDoor {
  /** Undefined when no way answers yet; `tried` says what was tried and what came of it. */
  open(
    instance: PrometheusInstance,
    container: ContainerSnapshot,
    signal: AbortSignal,
  ): Promise<{ readonly api?: PrometheusApi; readonly tried: readonly string[] }>;
}
