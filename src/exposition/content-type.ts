import type { ExpositionFormat } from './exposition.js';

/**
 * The format that a Content-Type names; undefined for what Prometheus 3 does not take as text, such as JSON or none at all.
 * Source: https://prometheus.io/docs/instrumenting/content_negotiation/
 */
export function formatOfContentType(contentType: string | undefined): ExpositionFormat | undefined {
  const media = (contentType ?? '').split(';')[0]?.trim().toLowerCase();
  if (media === 'application/openmetrics-text') return 'openmetrics';
  return media === 'text/plain' ? 'text' : undefined;
}

/** What only OpenMetrics has: a unit, its own types, an exemplar. */
const OPENMETRICS_ONLY = /^# UNIT |^# TYPE \S+ (?:unknown|info|stateset|gaugehistogram)$| # \{[^\n]*\} \S+/m;

/** The format of a file, which has no Content-Type: its last line, its name, or what only OpenMetrics has near its start. */
export function formatOfFile(text: string, path = ''): ExpositionFormat {
  if (/(?:^|\n)# EOF\n?$/.test(text.slice(-10)) || /\.(?:om|openmetrics)$/i.test(path)) return 'openmetrics';
  return OPENMETRICS_ONLY.test(text.slice(0, 64 * 1024)) ? 'openmetrics' : 'text';
}

/** Whether a file is an exposition, by its name or the look of its first lines: YAML has no such comments. */
export function looksLikeExposition(text: string, path: string): boolean {
  if (/\.(?:prom|om|openmetrics)$/i.test(path)) return true;
  return /^(?:# HELP [^\n]*\n)?# TYPE [\w:".]+ (?:counter|gauge|histogram|summary|untyped|unknown|info|stateset)\r?\n/.test(
    text.slice(0, 4096),
  );
}
