import { addressProblems } from '../address-endpoints.js';
import type { StackRule } from '../rule.js';

/** Alertmanagers, remote storage, webhooks, probes and the like that are services of a profile that is off. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/address-profile-off',
  severity: 'warning',
  summary: 'an address in a configuration is a service whose profile is off',
  why: 'Compose does not start a service whose profiles are all off, so nothing answers to its name.',
  remedy: 'turn the profile on with --profile, or take the address away',
  check: (stack) => addressProblems(stack, 'profile-off'),
};
