import { goDurationNs } from '../../model/go-duration.js';
import { child, text } from '../../model/yaml-node.js';
import { mappingsOf } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Rate limits that cannot be read, or that let nothing pass. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['web'],
  code: 'web/rate-limit',
  severity: 'error',
  summary: 'a rate limit that cannot be read or lets no request pass',
  why: 'The server refuses to start on an interval that is no duration of Go, which end at hours. With an interval and no burst it answers every request with 429.',
  remedy: 'write an interval such as 100ms or 1s, and a burst of at least 1',
  check: (document) =>
    mappingsOf(document, 'rate_limit').flatMap(({ node }): Problem[] => {
      const interval = child(node, 'interval');
      const burst = child(node, 'burst');
      const written = text(interval);
      if (!interval || interval.kind !== 'scalar' || written === undefined) return [];
      const ns = typeof interval.value === 'number' ? interval.value : goDurationNs(written);
      if (ns === undefined)
        return [
          {
            message: `interval of rate_limit is "${written}", expected a duration such as 100ms or 1s`,
            at: interval.at,
          },
        ];
      const most = burst?.kind === 'scalar' && typeof burst.value === 'number' ? burst.value : 0;
      if (ns <= 0 || most >= 1 || (burst && burst.kind !== 'scalar')) return [];
      return [
        {
          message: `rate_limit has the interval "${written}" and a burst of ${burst ? (text(burst) ?? '0') : '0'}, expected at least 1 since no request passes otherwise`,
          at: (burst ?? interval).at,
          help: 'set "burst" to how many requests may come at once',
          severity: 'warning',
        },
      ];
    }),
};
