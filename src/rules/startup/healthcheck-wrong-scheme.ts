import type { ComposeService } from '../../model/stack.js';
import type { AskedAddress } from '../asked-addresses.js';
import { failsBy, selfChecks } from '../own-addresses.js';
import type { StackRule } from '../rule.js';
import { serverListeners } from '../server-listeners.js';

/** Servers that speak TLS only when a flag names a file; seen with the real ones. */
const BY_FLAG = new Set(['prometheus', 'alertmanager']);

/** Healthchecks that speak another protocol than the server. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'startup/healthcheck-wrong-scheme',
  severity: 'error',
  summary: 'a healthcheck asks by HTTPS or HTTP where the server speaks something else',
  why: 'A server without certificates does not understand HTTPS, and a database does not answer HTTP, so every check fails.',
  remedy: 'write http:// where the server has no certificate, and use the own client of a database',
  check: (stack) =>
    selfChecks(stack).flatMap(({ service, healthcheck, asked }) => {
      const listeners = serverListeners(service);
      if (!listeners?.certain || mayHaveTls(service)) return [];
      const protocolAt = (port: number): string | undefined =>
        listeners.ports.find((one) => one.port === port)?.known.protocol;
      const wrong = ({ scheme, port }: AskedAddress): boolean =>
        scheme === 'https' ? protocolAt(port) === 'http' : scheme === 'http' && protocolAt(port) === 'redis';
      const address = asked.find(wrong);
      if (!address) return [];
      const spoken = protocolAt(address.port) === 'http' ? 'HTTP' : listeners.image.title;
      const certain = (spoken !== 'HTTP' || BY_FLAG.has(listeners.image.role)) && failsBy(healthcheck, wrong);
      return [
        {
          message: `the healthcheck of service "${service.name}" asks "${address.url}"; ${listeners.image.title} speaks ${spoken === 'HTTP' ? 'plain HTTP' : 'its own protocol, not HTTP'}`,
          at: address.at,
          help: spoken === 'HTTP' ? 'write http:// in place of https://' : 'write `test: [CMD, redis-cli, ping]`',
          subject: { service: service.name },
          related: [{ message: 'the image', at: service.image?.at ?? service.at }],
          ...(certain ? {} : { severity: 'warning' as const }),
        },
      ];
    }),
};

/** Certificates come by flags, variables and files with such names. */
function mayHaveTls({ command, environment, mounts }: ComposeService): boolean {
  const names = [...command.map(({ value }) => value), ...environment.keys(), ...mounts.map(({ target }) => target)];
  return names.some((name) => /web\.config|web-config|tls|ssl|cert|https/i.test(name));
}
