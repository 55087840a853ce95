import { addressProblems } from '../address-endpoints.js';
import type { StackRule } from '../rule.js';

/** Alertmanagers, remote storage, webhooks, probes and the like that are services on the host network, by their names. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/address-host-network',
  severity: 'error',
  summary: 'an address in a configuration is the name of a service on the host network',
  why: 'A service in network_mode host is on no network of the project, so its name is published nowhere and does not resolve.',
  remedy:
    'write host.docker.internal with an extra_hosts entry for host-gateway, or put the service on a network of the project',
  check: (stack) => addressProblems(stack, 'host-network'),
};
