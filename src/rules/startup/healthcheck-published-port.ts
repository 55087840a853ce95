import { declaredPorts } from '../../model/address.js';
import type { StackRule } from '../rule.js';
import { failsBy, selfChecks } from '../own-addresses.js';
import { serverListeners } from '../server-listeners.js';

/** Healthchecks that ask the port of the host. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'startup/healthcheck-published-port',
  severity: 'error',
  summary: 'a healthcheck asks the published port in place of the container port',
  why: 'A healthcheck runs inside the container, where the server listens on the container port. The published port exists on the host only.',
  remedy: 'write the container port, the right-hand number of `ports`',
  check: (stack) =>
    selfChecks(stack).flatMap(({ service, healthcheck, asked }) => {
      const declared = declaredPorts(service);
      const listeners = serverListeners(service);
      const mappingOf = (port: number): (typeof service.ports)[number] | undefined =>
        declared.has(port) || listeners?.ports.some((one) => one.port === port)
          ? undefined
          : service.ports.find(({ hostPort }) => hostPort === port);
      const address = asked.find(({ port }) => mappingOf(port));
      const mapping = address && mappingOf(address.port);
      if (!mapping) return [];
      const certain = listeners?.certain === true && failsBy(healthcheck, ({ port }) => mappingOf(port) !== undefined);
      const port = String(mapping.containerPort);
      const exact = address.portAt && address.portAt.file.text.slice(address.portAt.start, address.portAt.end);
      return [
        {
          message: `the healthcheck of service "${service.name}" asks port ${String(address.port)}, which is published on the host; inside the container it is ${port}`,
          at: address.portAt ?? address.at,
          help: `write ${port} in place of ${String(address.port)}`,
          subject: { service: service.name },
          related: [{ message: 'published here', at: mapping.at }],
          ...(certain ? {} : { severity: 'warning' as const }),
          ...(address.portAt && exact === String(address.port)
            ? {
                fix: {
                  safety: certain ? ('safe' as const) : ('suggested' as const),
                  title: `ask the container port ${port}`,
                  edits: [{ at: address.portAt, text: port }],
                },
              }
            : {}),
        },
      ];
    }),
};
