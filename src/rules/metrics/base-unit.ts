import { expositionRule } from '../exposition-problems.js';

/** A metric in a unit that is not a base unit. */
export const rule = expositionRule('base-unit', {
  severity: 'notice',
  summary: 'a metric in a unit that is not a base unit',
  why: 'Queries and dashboards combine metrics of many exporters, which works when all use seconds, bytes and ratios.',
  remedy: 'expose the value in the base unit and name it so',
});
