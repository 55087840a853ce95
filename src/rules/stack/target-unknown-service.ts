import { nearest } from '../../model/nearest.js';
import type { StackRule } from '../rule.js';
import { eachTarget } from '../target-problems.js';

/** Targets whose host is no service. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/target-unknown-service',
  severity: 'error',
  summary: 'a scrape target names a host that no service of the project has',
  why: 'Inside a container the names of services resolve, and their aliases and container names. Any other bare name does not, so the target can never be up.',
  remedy: 'write the name of a service of the compose file',
  check: (stack) =>
    eachTarget(stack, ({ job, target, host, port, meaning }) => {
      if (meaning.kind !== 'unknown') return undefined;
      const names = stack.project.services.map(({ name }) => name);
      const similar = nearest(host, names);
      const message = `target "${target.value}" of scrape job "${job.name.value}" names no service`;
      if (similar)
        return { message: `${message}; did you mean "${similar}"?`, help: `write "${similar}:${String(port)}"` };
      return { message: `${message}; services are ${names.slice(0, 8).join(', ')}` };
    }),
};
