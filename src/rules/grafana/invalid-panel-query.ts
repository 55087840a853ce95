import { rangeInScalar } from '../../yaml/scalar-offsets.js';
import { queryProblems } from '../dashboard-expressions.js';
import { queriesOf } from '../dashboard-queries.js';
import type { DocumentRule } from '../rule.js';

/** Queries of dashboards that are no PromQL. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['dashboard'],
  code: 'grafana/invalid-panel-query',
  severity: 'error',
  summary: 'a query of a dashboard for Prometheus is no PromQL',
  why: 'Prometheus refuses the query, and the panel shows an error in place of its graph. The variables of Grafana are taken into account; where one stands for a piece of syntax nothing is said.',
  remedy: 'mend the expression at this place; try it on the page of Prometheus',
  check: (document) =>
    queriesOf(document).flatMap((query) =>
      queryProblems(query).map(({ message, start, end }) => ({
        message: `the query of ${query.owner} is no PromQL: ${message}`,
        at: rangeInScalar(query.node, start, end),
      })),
    ),
};
