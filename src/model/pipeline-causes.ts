/** Causes of a pipeline that is broken beside its targets: what Prometheus runs, where alerts go, what shows the data. */
export const PIPELINE_CAUSES = {
  'config-not-on-disk': {
    title: 'Prometheus runs another configuration than the file on disk',
    explanation:
      'The configuration that the API shows names other jobs, targets, rule files or Alertmanagers than the file that is mounted: an image with a copy of its own, an entry point that rewrites it, or a single file that was replaced after it was mounted, so that the container still has the old one.',
    remedy:
      'mount the directory of the configuration in place of the single file, build the image again, and let nothing rewrite the file',
  },
  'config-reload-failed': {
    title: 'Prometheus could not reload its configuration',
    explanation: 'The file was changed, Prometheus was told to read it again, and goes on with the old one.',
    remedy: "mend the file: Prometheus' log says what is wrong with it",
  },
  'samples-not-stored': {
    title: 'Prometheus stores nothing of what it scrapes',
    explanation:
      'Targets are up, since their metrics were read, and a query finds no sample of the last scrape: the storage takes none. Usually its file system is full or read-only, or the write-ahead log is broken.',
    remedy: 'look at the log of Prometheus for "Scrape commit failed", and give its storage room',
  },
  'rules-not-loaded': {
    title: 'Prometheus has not loaded the rules of a file',
    explanation: 'The configuration leads to a file of rules, and the running Prometheus has none or not all of them.',
    remedy: 'mount the file where rule_files looks for it, and build images with copies of it again',
  },
  'rule-fails': {
    title: 'a rule fails when it is evaluated',
    explanation:
      'The expression is well-formed, and fails on the data that is there: several series match where one is expected, or a result has the same labels twice. The alert never fires, or the series is never recorded.',
    remedy: 'match with `on(…)` and `group_left`, or aggregate one side with `sum by (…)`',
  },
  'alertmanager-missing': {
    title: 'Prometheus has no Alertmanager',
    explanation: '`alerting` names Alertmanagers, and the running Prometheus found none or dropped all of them.',
    remedy: 'mend the discovery or the relabel_configs in `alerting`',
  },
  'alertmanager-unreachable': {
    title: 'Prometheus cannot reach its Alertmanager',
    explanation: 'Prometheus knows the Alertmanager, but nothing takes alerts there, so they go nowhere.',
    remedy: 'name the host and port at which the Alertmanager listens, with its scheme, path_prefix and credentials',
  },
  'grafana-unhealthy': {
    title: 'Grafana is not healthy',
    explanation: 'Its own health endpoint does not answer, or says that its database does not work.',
    remedy: "look at the log of Grafana's service",
  },
  'grafana-datasource-broken': {
    title: 'a data source of Grafana does not answer',
    explanation:
      'Grafana asks its data sources from inside its container. There the URL of the data source leads to nothing that answers queries, so every panel on it is empty.',
    remedy: 'write the service and the port at which the server listens, with its path and credentials',
  },
  'metric-not-exposed': {
    title: 'nobody exposes the metric',
    explanation:
      'Every target is up, and none of them has a metric of this name, nor does a rule record it. The name may be misspelt, or belong to another version of the program; some metrics appear only when something happens for the first time.',
    remedy: 'correct the name, or expose the metric',
  },
} as const satisfies Record<string, { title: string; explanation: string; remedy: string }>;
