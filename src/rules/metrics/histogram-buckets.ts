import { expositionRule } from '../exposition-problems.js';

/** A histogram without a bucket le="+Inf", or whose buckets do not add up. */
export const rule = expositionRule('histogram-buckets', {
  severity: 'warning',
  summary: 'a histogram without a bucket le="+Inf", or whose buckets do not add up',
  why: 'histogram_quantile() returns NaN without the bucket +Inf, and nonsense when a bucket has less than a smaller one.',
  remedy: 'expose cumulative buckets, the last one le="+Inf"',
});
