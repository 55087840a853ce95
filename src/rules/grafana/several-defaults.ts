import { grafanasOf, valueAt } from '../grafana-datasources.js';
import type { StackRule } from '../rule.js';

/** Several data sources of one organisation that are the default. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'grafana/several-defaults',
  severity: 'error',
  summary: 'two data sources of one organisation are the default',
  why: 'Grafana does not start when its provisioning files mark more than one data source of an organisation as the default.',
  remedy: 'leave `isDefault: true` at one data source of each organisation',
  check: (stack) =>
    grafanasOf(stack).flatMap(({ service, sources }) => {
      const defaults = sources.filter(({ isDefault }) => isDefault);
      return defaults.flatMap((source, index) => {
        const first = defaults.find(({ organisation }) => organisation === source.organisation);
        if (!first || defaults.indexOf(first) === index) return [];
        return {
          message: `data source "${source.name}" is a second default of organisation ${source.organisation}, beside "${first.name}"`,
          at: valueAt(source.node, 'isDefault').at,
          subject: { service: service.name },
          related: [{ message: 'the first default', at: valueAt(first.node, 'isDefault').at }],
        };
      });
    }),
};
