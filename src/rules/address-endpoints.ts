import type { Stack } from '../model/stack.js';
import { alertmanagerEndpoints } from './alertmanager-endpoints.js';
import type { Endpoint } from './endpoint.js';
import { sortedProblems } from './endpoint-problems.js';
import { probeEndpoints } from './probe-endpoints.js';
import { prometheusEndpoints } from './prometheus-endpoints.js';

/** The problems of a kind of all addresses in configurations but scrape targets and data sources, which have rules of their own. */
export const addressProblems = sortedProblems(function* (stack: Stack): Iterable<Endpoint> {
  yield* prometheusEndpoints(stack);
  yield* alertmanagerEndpoints(stack);
  yield* probeEndpoints(stack);
});
