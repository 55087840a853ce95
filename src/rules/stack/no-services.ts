import { keyRange } from '../../model/yaml-node.js';
import type { StackRule } from '../rule.js';

/** A project in which nothing would start. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/no-services',
  severity: 'error',
  summary: 'the project has no service that would start',
  why: 'Zero services are zero evidence, and zero evidence never passes.',
  remedy: 'define services, or turn a profile on with --profile',
  check(stack) {
    const { root, services, inactive } = stack.project;
    if (services.length > 0) return [];
    // What could not be read may well have it.
    if (stack.problems.some(({ severity }) => severity === 'error')) return [];
    const message =
      inactive.length > 0
        ? `every service of the project (${inactive.map(({ name }) => name).join(', ')}) belongs to a profile that is off`
        : 'the compose file defines no services';
    return [{ message, at: keyRange(root, 'services') ?? root.at }];
  },
};
