/** A label name before Prometheus 3, and in 3 with metric_name_validation_scheme legacy. */
export function isLegacyLabelName(name: string): boolean {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name);
}

/** A metric name before Prometheus 3, and in 3 with metric_name_validation_scheme legacy. */
export function isLegacyMetricName(name: string): boolean {
  return /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name);
}
