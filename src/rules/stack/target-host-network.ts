import type { StackRule } from '../rule.js';
import { targetProblems } from '../target-endpoints.js';

/** Targets that are services on the host network, by their names. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/target-host-network',
  severity: 'error',
  summary: 'a scrape target is the name of a service on the host network',
  why: 'A service in network_mode host is on no network of the project, so its name is published nowhere and does not resolve.',
  remedy:
    'scrape host.docker.internal with an extra_hosts entry for host-gateway, or put the service on a network of the project',
  check: (stack) => targetProblems(stack, 'host-network'),
};
