import { addressProblems } from '../address-endpoints.js';
import type { StackRule } from '../rule.js';
import { targetProblems } from '../target-endpoints.js';

/** Addresses of the host's gateway without the entry that makes them. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/host-gateway-missing',
  severity: 'warning',
  summary: 'an address is host.docker.internal, which nothing gives to the container',
  why: 'Docker Desktop knows the name by itself. On Linux it resolves only when extra_hosts of the service leads it to host-gateway.',
  remedy: 'add "host.docker.internal:host-gateway" to extra_hosts of the service that asks',
  check: (stack) => [...targetProblems(stack, 'gateway-missing'), ...addressProblems(stack, 'gateway-missing')],
};
