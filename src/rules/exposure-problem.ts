import type { ComposeService, Stack } from '../model/stack.js';
import type { Severity } from '../model/finding.js';
import { openingsBeyondHost, shownOpenings, type Opening } from './exposure.js';
import { loopbackFix } from './loopback-edits.js';
import { proxyInFront } from './proxy-in-front.js';
import type { Problem } from './rule.js';

/** What is open, and how to close it. */
export interface Exposed {
  /** As in `Prometheus without authentication`. */
  readonly what: string;
  /** What else helps than another address. */
  readonly instead: string;
  /** The usual severity; a private address or a proxy with a password in front make it a notice. */
  readonly severity?: Severity;
}

/** The one finding about a service that the outside can reach; undefined when it cannot, or when nobody can tell. */
export function exposureProblem(
  stack: Stack,
  service: ComposeService,
  { what, instead, severity }: Exposed,
): Problem | undefined {
  const openings = openingsBeyondHost(stack, service);
  const [first] = openings;
  if (!first) return undefined;
  const proxy = proxyInFront(stack, service);
  const loopback = loopbackFix(service, openings);
  const lowered = proxy !== undefined || first.reach === 'private' ? 'notice' : severity;
  const around = proxy && proxy !== service ? `, around the authentication of service "${proxy.name}"` : '';
  return {
    message: `service "${service.name}" ${verb(first)} ${what}: ${shownOpenings(openings)}${around}`,
    at: first.at,
    help: help(first, loopback?.shown, instead),
    subject: { service: service.name },
    related: [
      ...(proxy && proxy !== service ? [{ message: 'this proxy asks for a password', at: proxy.at }] : []),
      ...openings
        .filter(({ at, by }) => at.start !== first.at.start && by === 'ports')
        .map(({ at }) => ({ message: 'published here too', at })),
    ],
    ...(loopback ? { fix: loopback.fix } : {}),
    ...(lowered === undefined ? {} : { severity: lowered }),
  };
}

function verb({ by }: Opening): string {
  return by === 'ports' ? 'publishes' : 'shares the network of the host and offers';
}

function help({ by, containerPort }: Opening, shown: string | undefined, instead: string): string {
  if (by === 'host network')
    return `let it listen on an address that only this machine has, such as 127.0.0.1:${String(containerPort)}, or ${instead}`;
  return shown === undefined ? `publish it on 127.0.0.1, or ${instead}` : `write "${shown}", or ${instead}`;
}
