import type { StackRule } from '../rule.js';
import { targetProblems } from '../target-endpoints.js';

/** Targets that are services of a profile that is off. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/target-profile-off',
  severity: 'error',
  summary: 'a scrape target is a service whose profile is off',
  why: 'Compose does not start a service whose profiles are all off, so nothing answers to its name.',
  remedy: 'turn the profile on with --profile, or scrape the service from a configuration of its own',
  check: (stack) => targetProblems(stack, 'profile-off'),
};
