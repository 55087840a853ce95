import type { StackRule } from '../rule.js';
import { eachTarget } from '../target-problems.js';

/** Targets that mean the Prometheus container itself. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/target-localhost',
  severity: 'error',
  summary: 'a scrape target is localhost, which inside the container is Prometheus itself',
  why: 'Inside a container localhost is the container. Only Prometheus listens there, so a target on another port of localhost can never be up.',
  remedy: 'write the name of the service in place of localhost',
  check: (stack) =>
    eachTarget(stack, ({ job, target, port, meaning }) => {
      if (meaning.kind !== 'localhost' || port === stack.prometheus?.port) return undefined;
      const offering = stack.project.services.filter((service) =>
        service.ports.some(({ containerPort, hostPort }) => hostPort === port || containerPort === port),
      );
      const [only] = offering.length === 1 ? offering : [];
      const containerPort = only?.ports.find(
        ({ containerPort: own, hostPort }) => hostPort === port || own === port,
      )?.containerPort;
      return {
        message: `target "${target.value}" of scrape job "${job.name.value}" is the Prometheus container itself, where nothing listens on port ${String(port)}`,
        ...(only ? { help: `write "${only.name}:${String(containerPort ?? port)}"` } : {}),
      };
    }),
};
