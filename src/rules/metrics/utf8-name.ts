import { expositionRule } from '../exposition-problems.js';

/** A name in quotes, which older readers refuse. */
export const rule = expositionRule('utf8-name', {
  severity: 'notice',
  summary: 'a name in quotes, which older readers refuse',
  why: 'Names with dots and other characters need quotes, which Prometheus 3 knows. Prometheus 2 fails the scrape, and promtool refuses the text.',
  remedy: 'keep to letters, digits, underscores and colons as long as an older reader is about',
});
