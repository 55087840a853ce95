import { prometheusDurationMs } from '../../model/duration.js';
import { child, text } from '../../model/yaml-node.js';
import type { Problem, StackRule } from '../rule.js';
import { evaluationIntervalMs, rulesOf } from '../stack-rules.js';

/** Waits that are shorter than the time between two looks. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'alerting/for-below-interval',
  severity: 'notice',
  summary: 'an alert waits shorter than the time between two evaluations',
  why: 'Prometheus looks at a rule once in each evaluation interval, so an alert with a shorter `for` fires at the second look, no sooner.',
  remedy: 'leave `for` out to fire at once, or write a multiple of the evaluation interval',
  check(stack) {
    if (!stack.prometheus?.config) return [];
    return rulesOf(stack).flatMap((rule): Problem[] => {
      const wait = rule.alert ? child(rule.node, 'for') : undefined;
      const waitMs = prometheusDurationMs(text(wait) ?? '') ?? 0;
      if (!wait || waitMs === 0) return [];
      const intervalMs = evaluationIntervalMs(stack, rule);
      if (waitMs >= intervalMs) return [];
      const interval =
        child(rule.group, 'interval') ?? child(stack.prometheus?.config?.root, 'global', 'evaluation_interval');
      return [
        {
          message: `alert "${rule.alert?.text ?? ''}" waits for "${text(wait) ?? ''}", but is evaluated every ${String(intervalMs / 1000)}s only`,
          at: wait.at,
          ...(interval ? { related: [{ message: 'the evaluation interval', at: interval.at }] } : {}),
        },
      ];
    });
  },
};
