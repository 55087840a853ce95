import { expositionRule } from '../exposition-problems.js';

/** A line that Prometheus cannot read. */
export const rule = expositionRule('syntax', {
  severity: 'error',
  summary: 'a line that Prometheus cannot read',
  why: 'One line that cannot be read makes the whole scrape fail: the target is down and none of its samples are kept.',
  remedy: 'correct the line in what exposes it: a client library writes the format without such slips',
});
