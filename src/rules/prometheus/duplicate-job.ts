import { locate } from '../../model/source.js';
import type { StaticRule } from '../rule.js';

/** Two scrape jobs of one name. */
export const rule: StaticRule = {
  scope: 'static',
  code: 'prometheus/duplicate-job',
  severity: 'error',
  summary: 'two scrape jobs have the same name',
  why: 'Prometheus refuses a configuration in which two entries of scrape_configs have the same job_name.',
  remedy: 'give each scrape job a name of its own, or put the targets into one job',
  check(stack) {
    const first = new Map<string, { line: number; at: Parameters<typeof locate>[0] }>();
    return (stack.prometheus?.config?.jobs ?? []).flatMap(({ name }) => {
      const earlier = first.get(name.value);
      if (!earlier) {
        first.set(name.value, { line: locate(name.at).start.line, at: name.at });
        return [];
      }
      return [
        {
          message: `scrape job "${name.value}" is already defined on line ${String(earlier.line)}`,
          at: name.at,
          subject: { job: name.value },
          related: [{ message: 'first defined here', at: earlier.at }],
        },
      ];
    });
  },
};
