import { declaredPorts } from '../../model/address.js';
import type { StackRule } from '../rule.js';
import { eachTarget } from '../target-problems.js';

/** Targets with a port that the service does not mention. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/target-undeclared-port',
  severity: 'notice',
  summary: 'a scrape target uses a port that the service neither publishes nor exposes',
  why: 'A container may listen on ports that the compose file does not mention, so this may be right; it may also be a slip.',
  remedy: 'add the port to `expose` of the service if it listens there, or mend the target',
  check: (stack) =>
    eachTarget(stack, ({ job, target, port, meaning }) => {
      if (meaning.kind !== 'service') return undefined;
      const declared = declaredPorts(meaning.service);
      const published = meaning.service.ports.some(({ hostPort }) => hostPort === port);
      if (declared.size === 0 || declared.has(port) || published) return undefined;
      return {
        message: `target "${target.value}" of scrape job "${job.name.value}" uses port ${String(port)}; service "${meaning.service.name}" declares ${[...declared].join(', ')}`,
        subject: { service: meaning.service.name },
        related: [{ message: 'the service is defined here', at: meaning.service.at }],
      };
    }),
};
