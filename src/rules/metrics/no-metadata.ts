import { expositionRule } from '../exposition-problems.js';

/** A metric family without HELP or TYPE. */
export const rule = expositionRule('no-metadata', {
  severity: 'notice',
  summary: 'a metric family without HELP or TYPE',
  why: 'Without a type Prometheus and Grafana cannot tell counters from gauges, and nobody learns what a metric means.',
  remedy: 'write # HELP and # TYPE before the samples',
});
