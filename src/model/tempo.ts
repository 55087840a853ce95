/** `fast`: the wait is shortened for this run, what is proved stays. `faithful`: the stack runs exactly as configured. */
export type TempoMode = 'fast' | 'faithful';

/** One setting that is another one for this run than in the user's files. */
export interface TempoChange {
  readonly service: string;
  /** The setting, such as `healthcheck.start_interval`, or `scrape_interval of job "api"`. */
  readonly what: string;
  /** As written or inherited; `not set` where nothing gives it. */
  readonly from: string;
  readonly to: string;
}

/** A target that failed under the fast tempo, and what it was at the configured one. */
export interface TempoConfirmation {
  readonly job: string;
  readonly target: string;
  /** What Prometheus said of it under the fast tempo. */
  readonly failure: string;
  readonly confirmed: boolean;
}

/** What was done to the tempo of a run. */
export interface TempoRecord {
  readonly mode: TempoMode;
  readonly changes: readonly TempoChange[];
  readonly confirmations: readonly TempoConfirmation[];
}
