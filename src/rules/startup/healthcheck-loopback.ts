import type { ComposeService } from '../../model/stack.js';
import type { AskedAddress } from '../asked-addresses.js';
import { baseImage } from '../image-facts.js';
import { failsBy, isLoopback, selfChecks, type SelfCheck } from '../own-addresses.js';
import type { Problem, StackRule } from '../rule.js';
import { serverListeners } from '../server-listeners.js';

/** Healthchecks over the loopback device of servers that do not listen there. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'startup/healthcheck-loopback',
  severity: 'error',
  summary: 'a healthcheck asks localhost, where the server does not listen or may not be found',
  why: 'A server that binds one address answers at that one only. And localhost is both 127.0.0.1 and ::1: the wget of BusyBox asks one of them, and where that is ::1 it does not find a server that listens on IPv4 alone.',
  remedy: 'let the server listen on all addresses of its container, and ask 127.0.0.1',
  check: (stack) =>
    selfChecks(stack).flatMap((check) => {
      const problem = otherAddress(check) ?? ipv4Only(check);
      return problem ? [{ ...problem, subject: { service: check.service.name } }] : [];
    }),
};

function otherAddress({ service, healthcheck, asked }: SelfCheck): Problem | undefined {
  const listeners = serverListeners(service);
  if (!listeners) return undefined;
  const isElsewhere = ({ host, port }: AskedAddress): boolean => {
    const own = listeners.ports.filter((one) => one.port === port);
    // A name may be in the hosts file with any address.
    return isLoopback(host) && own.length > 0 && own.every(({ address }) => isOther(address, host));
  };
  const address = asked.find(isElsewhere);
  const listener = listeners.ports.find(({ port }) => port === address?.port);
  if (!address || !listener?.by) return undefined;
  return {
    message: `the healthcheck of service "${service.name}" asks "${address.host}"; ${listeners.image.title} listens on ${listener.address} only`,
    at: address.hostAt,
    help: `let it listen on ":${String(listener.port)}", all addresses of its container`,
    related: [{ message: 'the address is set here', at: listener.by.at }],
    ...(failsBy(healthcheck, isElsewhere) ? {} : { severity: 'warning' as const }),
  };
}

/** Whether a server that binds `address` certainly does not answer at `host`. */
function isOther(address: string, host: string): boolean {
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(address)) return false;
  if (!address.startsWith('127.')) return true;
  return host !== address && !(host.toLowerCase() === 'localhost' && address === '127.0.0.1');
}

function ipv4Only({ service, asked }: SelfCheck): Problem | undefined {
  const address = asked.find(({ program, host }) => program === 'wget' && host.toLowerCase() === 'localhost');
  const bind = address && bindsIpv4(service);
  if (!bind || !baseImage(service)?.programs?.has.includes('busybox')) return undefined;
  const exact = address.hostAt.file.text.slice(address.hostAt.start, address.hostAt.end) === address.host;
  return {
    message: `the healthcheck of service "${service.name}" asks "${address.host}", which may be ::1, while the server listens on IPv4 only`,
    at: address.hostAt,
    help: 'ask 127.0.0.1',
    severity: 'notice',
    related: [{ message: 'the server is told its address here', at: bind }],
    ...(exact
      ? {
          fix: {
            safety: 'suggested' as const,
            title: 'ask 127.0.0.1',
            edits: [{ at: address.hostAt, text: '127.0.0.1' }],
          },
        }
      : {}),
  };
}

/** The word of the command that binds every address of IPv4, and none of IPv6. */
function bindsIpv4({ entrypoint, command }: ComposeService): AskedAddress['at'] | undefined {
  return [...entrypoint, ...command].find(({ value }) => /(?:^|[=\s:/])0\.0\.0\.0(?::\d+)?(?:\s|$)/.test(value))?.at;
}
