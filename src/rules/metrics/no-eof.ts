import { expositionRule } from '../exposition-problems.js';

/** An OpenMetrics exposition that does not end with # EOF. */
export const rule = expositionRule('no-eof', {
  severity: 'error',
  summary: 'an OpenMetrics exposition that does not end with # EOF',
  why: 'The last line tells a whole answer from one that was cut off. Without it, or with anything after it, Prometheus fails the scrape.',
  remedy: 'end the exposition with the line "# EOF", or serve it as text/plain',
});
