import { expositionRule } from '../exposition-problems.js';

/** What Prometheus takes, but promtool, the Pushgateway and the textfile collector refuse. */
export const rule = expositionRule('strict-reader', {
  severity: 'warning',
  summary: 'what Prometheus takes, but promtool, the Pushgateway and the textfile collector refuse',
  why: 'These programs share another parser, which is stricter in some places. A target with such lines is up, while the same text pushed or put into a .prom file is refused.',
  remedy:
    'write the line as the format describes it: one blank between its parts, \\\\, \\" and \\n as escapes, a line break at the end of the last line',
});
