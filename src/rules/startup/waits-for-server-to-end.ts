import { child } from '../../model/yaml-node.js';
import type { StackRule } from '../rule.js';
import { serverTitle } from '../image-facts.js';

/** Services that wait for the end of one that does not end. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'startup/waits-for-server-to-end',
  severity: 'error',
  summary: 'a service waits for the end of one that never ends',
  why: 'service_completed_successfully waits until the container has ended. A server does not end, and a container that is always restarted never stays ended, so Compose waits for ever.',
  remedy: 'wait for a server with service_healthy; give a job that ends `restart: "no"` or on-failure',
  check({ project }) {
    const services = new Map(project.services.map((service) => [service.name, service]));
    return project.services.flatMap((service) =>
      service.dependsOn.flatMap(({ service: name, condition, at }) => {
        const other = services.get(name);
        if (condition !== 'service_completed_successfully' || !other) return [];
        const restart = child(other.node, 'restart');
        const always = other.restart === 'always' || other.restart === 'unless-stopped';
        const server = serverTitle(other);
        if (!always && server === undefined) return [];
        const why = always
          ? `which "restart: ${other.restart}" starts again whenever it ends`
          : `which runs ${server ?? ''}, a server that does not end`;
        return [
          {
            message: `service "${service.name}" waits for the end of service "${name}", ${why}`,
            at,
            help:
              server === undefined
                ? `write \`restart: on-failure\` for "${name}"`
                : 'write `condition: service_healthy`',
            subject: { service: service.name },
            related: [
              always && restart
                ? { message: 'it is restarted here', at: restart.at }
                : { message: 'the service is defined here', at: other.at },
            ],
          },
        ];
      }),
    );
  },
};
