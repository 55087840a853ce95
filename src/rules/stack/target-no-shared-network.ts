import type { StackRule } from '../rule.js';
import { eachTarget } from '../target-problems.js';

/** Targets that Prometheus cannot reach for want of a common network. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/target-no-shared-network',
  severity: 'error',
  summary: 'a scrape target shares no network with Prometheus',
  why: 'Service names resolve only between containers that are attached to the same network.',
  remedy: 'attach both services to one network',
  check: (stack) =>
    eachTarget(stack, ({ job, target, meaning }) => {
      if (meaning.kind !== 'service' || meaning.shared) return undefined;
      const prometheus = stack.prometheus?.service;
      const own = [...(prometheus?.networks.keys() ?? [])].join(', ');
      const theirs = meaning.service.networkMode?.value ?? [...meaning.service.networks.keys()].join(', ');
      return {
        message: `target "${target.value}" of scrape job "${job.name.value}" shares no network with Prometheus: service "${meaning.service.name}" is on ${theirs || 'none'}, "${prometheus?.name ?? ''}" on ${own || 'none'}`,
        subject: { service: meaning.service.name },
        related: [{ message: 'the service is defined here', at: meaning.service.at }],
      };
    }),
};
