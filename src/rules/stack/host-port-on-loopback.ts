import { addressProblems } from '../address-endpoints.js';
import type { StackRule } from '../rule.js';
import { targetProblems } from '../target-endpoints.js';

/** Ports of the host that containers cannot reach. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/host-port-on-loopback',
  severity: 'warning',
  summary: 'an address is a port of the host that is published on 127.0.0.1 alone',
  why: "From a container the host's gateway leads to the host's other addresses. On Linux a port that is published on the loopback address refuses connections from there.",
  remedy: 'write the name of the service and its container port; services of one project need no published ports',
  check: (stack) => [...targetProblems(stack, 'port-on-loopback'), ...addressProblems(stack, 'port-on-loopback')],
};
