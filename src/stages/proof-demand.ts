/** What is asked of every target. */
export interface ProofDemand {
  /** Start of the run, from which `firstUpAfterMs` counts. */
  readonly startedMs: number;
  /** How many scrapes in a row have to succeed. */
  readonly stableScrapes: number;
  /** Whether a target outside of the stack has to be up. */
  readonly externalTargets: 'require' | 'ignore';
}

/** When an answer came, on the clock of this machine unless said otherwise; milliseconds since the epoch. */
export interface Moment {
  readonly nowMs: number;
  /** The clock of Prometheus, where it told. */
  readonly serverMs?: number | undefined;
  /** Since when Prometheus is ready. */
  readonly readyMs: number;
  /** When the last service was ready: scrapes before that prove no failure. */
  readonly servicesReadyMs: number;
}
