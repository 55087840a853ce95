import type { StackRule } from '../rule.js';
import { upstreamProblems } from '../upstream-endpoints.js';

/** Exporters that ask a service on the wrong port. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/exporter-upstream-port',
  severity: 'warning',
  summary: 'an exporter is to watch a service on a port where it does not listen',
  why: 'The exporter itself runs and is scraped, but all it can say is that what it watches is down. Between containers a service is reached on the port it listens on; a published port exists on the host only.',
  remedy: 'write the port that the service listens on',
  check: (stack) => upstreamProblems(stack, 'published-port', 'wrong-port'),
};
