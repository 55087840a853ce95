import { expositionRule } from '../exposition-problems.js';

/** A counter whose name does not end in _total. */
export const rule = expositionRule('counter-without-total', {
  severity: 'notice',
  summary: 'a counter whose name does not end in _total',
  why: 'Rates are asked of counters, and the ending tells readers of a query that it is one. OpenMetrics requires it.',
  remedy: 'let the name of the counter end in _total',
});
