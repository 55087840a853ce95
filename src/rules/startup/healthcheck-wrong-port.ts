import { declaredPorts } from '../../model/address.js';
import type { AskedAddress } from '../asked-addresses.js';
import { failsBy, selfChecks, type SelfCheck } from '../own-addresses.js';
import type { Problem, StackRule } from '../rule.js';
import { serverListeners } from '../server-listeners.js';

/** Healthchecks that ask a port on which nothing listens. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'startup/healthcheck-wrong-port',
  severity: 'error',
  summary: 'a healthcheck asks a port of its container on which the server does not listen',
  why: 'Nothing answers there, so every check fails and the service is unhealthy however well it is.',
  remedy: 'ask the port on which the server listens, or move the server there',
  check: (stack) =>
    selfChecks(stack).flatMap((check) => {
      const problem = ofServer(check) ?? ofDeclaration(check);
      return problem ? [{ ...problem, subject: { service: check.service.name } }] : [];
    }),
};

function ofServer({ service, healthcheck, asked }: SelfCheck): Problem | undefined {
  const listeners = serverListeners(service);
  // A configuration file may open others.
  if (!listeners?.certain) return undefined;
  const published = new Set(service.ports.map(({ hostPort }) => hostPort));
  // A number that the server is told by other means may be its port.
  const told = new Set([
    ...service.command.flatMap(({ value }) => value.match(/\d+/g) ?? []),
    ...[...service.environment.values()].flatMap((one) => one?.value.match(/\d+/g) ?? []),
  ]);
  const wrong = ({ port }: AskedAddress): boolean =>
    !told.has(String(port)) && !listeners.ports.some((one) => one.port === port);
  // The published port is another finding.
  const address = asked.find((one) => wrong(one) && (declaredPorts(service).has(one.port) || !published.has(one.port)));
  if (!address) return undefined;
  const [first] = listeners.ports;
  const ports = listeners.ports.map(({ port }) => String(port)).join(' and ');
  return {
    message: `the healthcheck of service "${service.name}" asks port ${String(address.port)}; ${listeners.image.title} listens on ${ports}`,
    at: address.portAt ?? address.at,
    help: `ask port ${String(first?.port)}`,
    related: [
      first?.by
        ? { message: 'the port is set here', at: first.by.at }
        : { message: 'the image', at: service.image?.at ?? service.at },
    ],
    ...(failsBy(healthcheck, wrong) ? {} : { severity: 'warning' as const }),
  };
}

/** Images may listen where the compose file does not say. */
function ofDeclaration({ service, asked }: SelfCheck): Problem | undefined {
  const declared = declaredPorts(service);
  if (declared.size === 0 || serverListeners(service)) return undefined;
  const address = asked.find(({ port }) => !declared.has(port));
  if (!address || service.ports.some(({ hostPort }) => hostPort === address.port)) return undefined;
  return {
    message: `the healthcheck of service "${service.name}" asks port ${String(address.port)}; the service declares ${[...declared].join(', ')}`,
    at: address.portAt ?? address.at,
    help: 'ask a port on which the service listens, or add this one to `expose`',
    severity: 'notice',
  };
}
