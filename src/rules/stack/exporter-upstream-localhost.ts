import type { StackRule } from '../rule.js';
import { upstreamProblems } from '../upstream-endpoints.js';

/** Exporters that ask their own container. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/exporter-upstream-localhost',
  severity: 'warning',
  summary: 'an exporter is to watch localhost, which inside its container is the exporter itself',
  why: 'The exporter itself runs and is scraped, but all it can say is that what it watches is down. Inside a container localhost is the container.',
  remedy: 'write the name of the service that it watches in place of localhost',
  check: (stack) => upstreamProblems(stack, 'localhost'),
};
