import type { StackRule } from '../rule.js';
import { upstreamProblems } from '../upstream-endpoints.js';

/** Exporters that ask a host which is no service. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/exporter-upstream-unknown-service',
  severity: 'warning',
  summary: 'an exporter is to watch a host that no service of the project has',
  why: 'The exporter itself runs and is scraped, but all it can say is that what it watches is down.',
  remedy: 'write the name of a service of the compose file',
  check: (stack) => upstreamProblems(stack, 'unknown-service'),
};
