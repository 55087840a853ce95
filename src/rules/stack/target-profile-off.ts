import type { StackRule } from '../rule.js';
import { eachTarget } from '../target-problems.js';

/** Targets that are services of a profile that is off. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/target-profile-off',
  severity: 'error',
  summary: 'a scrape target is a service whose profile is off',
  why: 'Compose does not start a service whose profiles are all off, so nothing answers to its name.',
  remedy: 'turn the profile on with --profile, or scrape the service from a configuration of its own',
  check: (stack) =>
    eachTarget(stack, ({ job, target, meaning }) =>
      meaning.kind === 'inactive'
        ? {
            message: `target "${target.value}" of scrape job "${job.name.value}" is service "${meaning.service.name}", whose profile is off`,
            subject: { service: meaning.service.name },
            related: [{ message: 'the service is defined here', at: meaning.service.at }],
          }
        : undefined,
    ),
};
