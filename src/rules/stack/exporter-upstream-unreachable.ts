import type { StackRule } from '../rule.js';
import { upstreamProblems } from '../upstream-endpoints.js';

/** Exporters that ask what they cannot reach. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/exporter-upstream-unreachable',
  severity: 'warning',
  summary: 'an exporter is to watch something that it cannot reach',
  why: 'The exporter itself runs and is scraped, but all it can say is that what it watches is down. Names resolve only between containers on one network, and only of services that are started.',
  remedy: 'put both services on one network, and write the name of the service',
  check: (stack) =>
    upstreamProblems(
      stack,
      'no-shared-network',
      'profile-off',
      'host-network',
      'without-network',
      'shares-namespace',
      'generated-name',
      'from-host-network',
      'gateway-missing',
      'port-on-loopback',
      'from-internal-network',
    ),
};
