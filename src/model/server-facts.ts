/** A rule that Prometheus has loaded. */
export interface LoadedRule {
  readonly group: string;
  readonly file: string;
  readonly name: string;
  readonly kind: 'alerting' | 'recording';
  readonly health: string;
  readonly lastError: string;
  /** What a query with its expression failed with, also before it is evaluated with data. */
  readonly queryError?: string;
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
  /** Every name that series or families of targets have, also those without a sample; absent when there are too many. */
  readonly metricNames?: readonly string[];
  /** What a query finds of `up`, whose newest sample is of then, milliseconds since the epoch; nothing of it without `newestMs`. */
  readonly storedUp?: { readonly newestMs?: number };
  /** `prometheus_notifications_errors_total` by the URL of the Alertmanager. */
  readonly notificationErrors?: Readonly<Record<string, number>>;
}
