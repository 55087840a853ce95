import { expositionRule } from '../exposition-problems.js';

/** The same series twice. */
export const rule = expositionRule('duplicate-series', {
  severity: 'warning',
  summary: 'the same series twice',
  why: 'Prometheus keeps one of the two samples, drops the other and only logs it. Which value is right, nobody knows.',
  remedy: 'give the two a label that tells them apart, or expose only one of them',
});
