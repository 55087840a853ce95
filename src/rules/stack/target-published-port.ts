import { declaredPorts } from '../../model/address.js';
import type { StackRule } from '../rule.js';
import { eachTarget } from '../target-problems.js';

/** Targets with the port of the host in place of the container's. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/target-published-port',
  severity: 'error',
  summary: 'a scrape target uses the published port in place of the container port',
  why: 'A published port exists on the host only. Between containers a service is reached on the port it listens on.',
  remedy: 'write the container port, the right-hand number of `ports`',
  check: (stack) =>
    eachTarget(stack, ({ job, target, host, port, meaning }) => {
      if (meaning.kind !== 'service' || declaredPorts(meaning.service).has(port)) return undefined;
      const mapping = meaning.service.ports.find(({ hostPort }) => hostPort === port);
      if (!mapping) return undefined;
      return {
        message: `target "${target.value}" of scrape job "${job.name.value}" uses port ${String(port)}, which service "${meaning.service.name}" publishes on the host; inside the network it is ${String(mapping.containerPort)}`,
        help: `write "${host}:${String(mapping.containerPort)}"`,
        subject: { service: meaning.service.name },
        related: [{ message: 'published here', at: mapping.at }],
      };
    }),
};
