import { meaningOfHost, splitAddress, type HostMeaning } from '../model/address.js';
import { networkView } from '../model/network-view.js';
import type { Subject } from '../model/finding.js';
import type { SourceRange } from '../model/source.js';
import type { ComposeService, Stack } from '../model/stack.js';

/** An address that a service of the stack asks. */
export interface Endpoint {
  readonly asker: ComposeService;
  /** How messages call the asker: `Prometheus`. */
  readonly askerTitle: string;
  /** How messages call the address: `target "agent:8000" of scrape job "agent"`. */
  readonly label: string;
  readonly at: SourceRange;
  readonly subject: Subject;
  readonly host: string;
  /** The written port, or the usual one of the scheme; undefined when neither is known. */
  readonly port?: number | undefined;
  /** What stands in the file for host and port; undefined when relabelling or interpolation made it. */
  readonly written?: WrittenAddress | undefined;
  readonly meaning: HostMeaning;
  /** Names may resolve that these files cannot tell. */
  readonly knowsOthers: boolean;
  readonly wants: 'metrics' | 'http' | 'any';
  /** The port stands elsewhere, so that only a host may be written here. */
  readonly hostOnly?: boolean;
}

/** Host and port as written, with what stands right before them, which makes the place unique. */
export interface WrittenAddress {
  readonly before: string;
  readonly authority: string;
}

/** What a collector of addresses knows about one. */
export interface Asked extends Omit<Endpoint, 'host' | 'port' | 'written' | 'meaning' | 'knowsOthers' | 'wants'> {
  /** A URL or `HOST:PORT`. */
  readonly address: string;
  /** When a bare `HOST:PORT` has no port. */
  readonly defaultPort?: number | undefined;
  readonly wants?: Endpoint['wants'];
}

const SCHEME_PORTS: Readonly<Record<string, number>> = {
  http: 80,
  https: 443,
  redis: 6379,
  rediss: 6379,
  postgres: 5432,
  postgresql: 5432,
  mongodb: 27_017,
  amqp: 5672,
};

/** The endpoint that an address is; undefined when it is none, as with a template or a socket. */
export function endpointOf(
  stack: Stack,
  { address, defaultPort, wants = 'http', ...rest }: Asked,
): Endpoint | undefined {
  if (/\{\{|\$\{|\$__|[\s,]/.test(address)) return undefined;
  const [, scheme, slashes = '', user = '', authority = ''] =
    /^(?:([a-z][a-z0-9+.-]*):)?(\/\/)?([^/@]*@)?([^/?#]*)/i.exec(
      // Without slashes what is before the colon is a host.
      address.includes('//') ? address : `//${address}`,
    ) ?? [];
  const parts = slashes === '' || authority.includes('$') ? undefined : splitAddress(authority);
  if (!parts) return undefined;
  const port = parts.port ?? (scheme === undefined ? defaultPort : SCHEME_PORTS[scheme.toLowerCase()]);
  const before = user === '' ? (address.includes('//') ? '//' : '') : '@';
  return {
    ...rest,
    wants,
    host: parts.host,
    port,
    written: { before, authority },
    meaning: meaningOfHost(stack, rest.asker, parts.host),
    knowsOthers: networkView(stack, rest.asker).knowsOthers,
  };
}

/** A URL without what may be secret in it: user, password, parameters. */
export function publicPart(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//').replace(/[?#].*$/s, '');
}
