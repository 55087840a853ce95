import { expositionRule } from '../exposition-problems.js';

/** A timestamp of the wrong unit, or far from now. */
export const rule = expositionRule('timestamp-far-off', {
  severity: 'warning',
  summary: 'a timestamp of the wrong unit, or far from now',
  why: 'Prometheus drops samples that are too old or more than 10 minutes ahead without failing the scrape, so that the target is up and the series empty.',
  remedy: 'leave the timestamp out, or write milliseconds in the text format and seconds in OpenMetrics',
});
