import { flag } from '../model/service-flags.js';
import type { SourceRange } from '../model/source.js';
import type { ComposeService, Stack } from '../model/stack.js';
import { baseImage } from './image-facts.js';

/** From where an address of the host can be reached. */
export type Reach = 'everywhere' | 'private' | 'loopback' | 'unknown';

/** One container port that can be reached from outside the networks of the project. */
export interface Opening {
  readonly containerPort: number;
  /** Undefined when Docker picks one. */
  readonly hostPort: number | undefined;
  /** The address of the host; empty for all of them. */
  readonly address: string;
  readonly reach: Reach;
  /** Published by `ports`, or there because the service shares the network of the host. */
  readonly by: 'ports' | 'host network';
  readonly at: SourceRange;
}

const LOOPBACK = /^(?:127\.|localhost$|::1$|0:0:0:0:0:0:0:1$)/i;
const ANY = /^(?:|0\.0\.0\.0|::|0:0:0:0:0:0:0:0|\*)$/;
const PRIVATE =
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i;

/** From where an address can be reached; a name may be anything. */
export function reachOf(address: string): Reach {
  if (ANY.test(address)) return 'everywhere';
  if (LOOPBACK.test(address)) return 'loopback';
  if (PRIVATE.test(address)) return 'private';
  return /^[\d.]+$|:/.test(address) ? 'everywhere' : 'unknown';
}

/** The openings of a service at the ports that its server listens on; all of its published ports when those are not known. */
export function openingsOf(stack: Stack, service: ComposeService): Opening[] {
  const mode = service.networkMode?.value ?? '';
  if (mode === 'host') return onHostNetwork(service);
  const owner = /^service:(.+)$/.exec(mode)?.[1];
  const publishing = owner === undefined ? service : stack.project.services.find(({ name }) => name === owner);
  const listening = listensOn(service).map(({ port }) => port);
  const published = (publishing?.ports ?? []).map(({ containerPort, hostPort, hostAddress, at }): Opening => ({
    containerPort,
    hostPort,
    address: hostAddress,
    reach: hasUnknownAddress(at, hostAddress) ? 'unknown' : reachOf(hostAddress),
    by: 'ports',
    at,
  }));
  // Who shares the network of another service has only its own ports there.
  if (owner === undefined && listening.length === 0) return published;
  return published.filter(({ containerPort }) => listening.includes(containerPort));
}

/** `${BIND}:9090:9090` without a value here reads as all addresses, though its owner surely gives it one. */
function hasUnknownAddress({ file, start, end }: SourceRange, address: string): boolean {
  return address === '' && /^["']?\$(?:\w+|\{\w+\}):\$?[{\w][^:]*:/.test(file.text.slice(start, end));
}

interface Listening {
  readonly port: number;
  readonly address: string;
}

const FLAGS = ['web.listen-address', 'http.listen-address', 'httpListenAddr', 'listen-address', 'web.listen'];

/** Where the server listens by its flags, its variables or its image. */
function listensOn(service: ComposeService): Listening[] {
  const flags = FLAGS.flatMap((name) => flag(service, name)?.value ?? []).map(split);
  if (flags.length > 0) return flags.filter(({ port }) => !Number.isNaN(port));
  return (baseImage(service)?.ports ?? []).map(({ port, flag: moves, env }) => {
    const written = (moves && flag(service, moves)?.value) ?? (env && service.environment.get(env)?.value);
    const moved = split(written ?? '');
    return { port: Number.isNaN(moved.port) ? port : moved.port, address: moved.address };
  });
}

function split(written: string): Listening {
  const [, address = '', port = ''] = /^(?:(.*):)?(\d+)$/.exec(written) ?? [];
  return { port: port === '' ? NaN : Number(port), address: address.replace(/^\[(.*)\]$/, '$1') };
}

function onHostNetwork(service: ComposeService): Opening[] {
  const at = service.networkMode?.at ?? service.at;
  const bind = flag(service, 'bind')?.value ?? flag(service, 'bind_ip')?.value ?? flag(service, 'listen_ip')?.value;
  return listensOn(service).map(({ port, address }) => {
    const bound = address === '' ? (bind ?? '') : address;
    return {
      containerPort: port,
      hostPort: port,
      address: bound,
      reach: reachOf(bound),
      by: 'host network',
      at,
    };
  });
}

/** The openings beyond the machine itself, the most open first: those that a finding is about. */
export function openingsBeyondHost(stack: Stack, service: ComposeService): Opening[] {
  const open = openingsOf(stack, service).filter(({ reach }) => reach === 'everywhere' || reach === 'private');
  return open.sort((a, b) => Number(a.reach === 'private') - Number(b.reach === 'private'));
}

/** How a message calls the openings: `port 9090 on all addresses`. */
export function shownOpenings(openings: readonly Opening[]): string {
  const ports = [...new Set(openings.map(({ hostPort, containerPort }) => String(hostPort ?? containerPort)))];
  const [first] = openings;
  const shown =
    ports.length > 3 ? `${ports.slice(0, 3).join(', ')} and ${String(ports.length - 3)} more` : ports.join(', ');
  const where = first && !ANY.test(first.address) ? `address ${first.address}` : 'all addresses of the host';
  return `port${ports.length > 1 ? 's' : ''} ${shown} on ${where}`;
}
