/** A rule that Prometheus has loaded. */
export interface LoadedRule {
  readonly group: string;
  readonly file: string;
  readonly name: string;
  readonly kind: 'alerting' | 'recording';
  readonly health: string;
  readonly lastError: string;
}

/** What the API of Prometheus says of itself, besides its targets. Each is absent when it was not answered. */
export interface ServerFacts {
  readonly version?: string;
  /** `/api/v1/status/runtimeinfo`, as it is. */
  readonly runtime?: Readonly<Record<string, unknown>>;
  /** `/api/v1/status/tsdb`: head statistics only. */
  readonly tsdb?: Readonly<Record<string, unknown>>;
  /** `/api/v1/status/config`: the configuration that it runs, without its secrets, which Prometheus hides itself. */
  readonly activeConfig?: string;
  readonly rules?: readonly LoadedRule[];
  readonly alertmanagers?: { readonly active: readonly string[]; readonly dropped: readonly string[] };
  readonly scrapePools?: readonly string[];
}
