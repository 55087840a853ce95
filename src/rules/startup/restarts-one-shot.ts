import { child } from '../../model/yaml-node.js';
import { replaceWithin } from '../edits.js';
import { isAlwaysRestarted, oneShot } from '../one-shot.js';
import type { StackRule } from '../rule.js';

/** Jobs that are run again and again. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'startup/restarts-one-shot',
  severity: 'warning',
  summary: 'a job that does its work and ends is always restarted',
  why: 'With `restart: always` or unless-stopped Docker starts a container again also when it ended well, so a migration runs for ever, and nothing can wait for its end.',
  remedy: 'write `restart: "no"`, or on-failure when it may fail at first',
  check: ({ project }) =>
    project.services.flatMap((service) => {
      const restart = child(service.node, 'restart');
      if (!restart || !isAlwaysRestarted(service) || oneShot(service) !== 'certainly') return [];
      const awaited = project.services.some(({ dependsOn }) =>
        dependsOn.some((one) => one.service === service.name && one.condition === 'service_completed_successfully'),
      );
      // That somebody waits for its end is an error, and said there.
      if (awaited) return [];
      const edit = replaceWithin(restart.at, service.restart, 'on-failure');
      return [
        {
          message: `service "${service.name}" runs a job that ends, and "restart: ${service.restart}" starts it again each time`,
          at: restart.at,
          help: 'write `restart: on-failure`',
          subject: { service: service.name },
          fix: edit && { safety: 'suggested' as const, title: 'write restart: on-failure', edits: [edit] },
        },
      ];
    }),
};
