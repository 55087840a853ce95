import { expositionRule } from '../exposition-problems.js';

/** TYPE or HELP twice, or TYPE after samples of its family. */
export const rule = expositionRule('late-metadata', {
  severity: 'warning',
  summary: 'TYPE or HELP twice, or TYPE after samples of its family',
  why: 'Prometheus takes the family without its type; promtool, the Pushgateway and the textfile collector refuse the text.',
  remedy: 'write HELP and TYPE once, before the samples of the family',
});
