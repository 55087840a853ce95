import type { ContainerSnapshot } from '../model/observation.js';
import type { ListeningSocket } from '../model/container-facts.js';
import { isLoopback, isWildcard } from '../model/kernel-sockets.js';
import { containersNamed, resolveName } from '../model/resolve-name.js';
import type { SourceRange } from '../model/source.js';
import { keyRange } from '../model/yaml-node.js';
import { dialledAddress, type Diagnosis, type TargetEvidence } from './target-evidence.js';
import { bindLine } from './target-places.js';

/** Docker's DNS server, which listens in the network of each container. */
const DOCKER_DNS = '127.0.0.11';
const MOST_SOCKETS = 6;

/** A name without an address: of nobody, or of a service that Prometheus shares no network with. */
export function unresolved(evidence: TargetEvidence): Diagnosis {
  const { host, prometheus, run, target } = evidence;
  const all = run.observation.containers;
  const [named] = containersNamed(host, all);
  if (!named || !prometheus || resolveName(host, prometheus, all).kind === 'networks')
    return { cause: 'name-does-not-resolve', says: `the name "${host}" does not resolve`, at: target.expected.at };
  const service = run.stack.project.services.find(({ name }) => name === named.service);
  const own = run.stack.prometheus?.service;
  const over = ended(named, service?.at ?? target.expected.at);
  if (over) return over;
  const [theirs, ours] = [networksOf(named), networksOf(prometheus)];
  return {
    cause: 'no-shared-network',
    says: `service "${named.service}" is on network ${theirs} and Prometheus on ${ours}, so its name does not resolve there`,
    at: keyRange(service?.node, 'networks') ?? keyRange(own?.node, 'networks') ?? service?.at ?? target.expected.at,
    help: `put "${named.service}" and "${prometheus.service}" on one network`,
    related: [{ message: `the target is "${host}"`, at: target.expected.at }],
  };
}

/** A container that ended has no name any more, also when it ended well: what is scraped has to stay. */
function ended({ state, exitCode, service }: ContainerSnapshot, at: SourceRange): Diagnosis | undefined {
  if (state !== 'exited') return undefined;
  return {
    cause: 'container-exited',
    says: `the container of service "${service}" ended with exit code ${String(exitCode)}, so its name does not resolve any more`,
    at,
    help: 'a service that is scraped has to run until it is stopped: see its command',
  };
}

/** Names as the compose file has them: without the project before them. */
function networksOf({ networks = [], networkMode, name, service }: ContainerSnapshot): string {
  if (networkMode === 'host' || networkMode === 'none') return `"${networkMode}"`;
  const project = name.includes(`-${service}-`) ? name.slice(0, name.indexOf(`-${service}-`)) : '';
  return networks.map((one) => `"${one.name.replace(`${project}_`, '')}"`).join(', ') || 'none';
}

/** A refused connection: what the container listens on says why. */
export function refused(evidence: TargetEvidence): Diagnosis {
  const { target, containers, port, service, lastError } = evidence;
  const { at } = target.expected;
  const container = containers.find(({ listening }) => listening !== undefined);
  if (!container) return { cause: 'connection-refused', at };
  const name = service ? `service "${service.name}"` : `container "${container.name}"`;
  const sockets = (container.listening ?? []).filter(({ address }) => address !== DOCKER_DNS);
  const seen = [`${name} listens on ${sockets.map(written).join(', ') || 'no port'}`];
  const onPort = sockets.filter((socket) => socket.port === port);
  if (onPort.length > 0) return { ...bound(evidence, name, onPort), evidence: seen };
  const others = sockets.filter(({ address }) => !isLoopback(address));
  if (sockets.length === 0)
    return {
      cause: 'nothing-listens',
      says: `nothing in ${name} listens on any port, so ${dialled(lastError, port)} refuses connections`,
      at: service?.at ?? at,
      related: [{ message: 'the target', at }],
      evidence: seen,
    };
  const listed = (others.length > 0 ? others : sockets).slice(0, MOST_SOCKETS);
  return {
    cause: 'listens-on-another-port',
    says: `nothing listens on port ${String(port)} of ${name}, it listens on ${ports(listed)}`,
    at,
    help: suggestion(evidence, others),
    evidence: seen,
  };
}

/** Something listens on the port, but not where Prometheus asks; or only since. */
function bound({ service, target, lastError, port }: TargetEvidence, name: string, on: ListeningSocket[]): Diagnosis {
  const address = dialledAddress(lastError);
  const v6 = address?.includes(':') ?? false;
  const reached = on.some((socket) =>
    isWildcard(socket.address) ? socket.family === (v6 ? 6 : 4) : socket.address === address,
  );
  const where = on.map(written).join(' and ');
  const asked = dialled(lastError, port);
  if (reached || address === undefined)
    return {
      cause: 'connection-refused',
      says: `${name} listens on ${where} now, but refused the connection when Prometheus asked`,
      at: target.expected.at,
      help: 'give the service a healthcheck on the port, so that the gate waits until it listens',
    };
  const onLoopback = on.every((socket) => isLoopback(socket.address));
  const told = service && bindLine(service, (host) => on.some((socket) => names(host, socket.address)));
  const instead = on.every(({ family }) => family === 6) && !onLoopback ? '0.0.0.0 or both IP versions' : '0.0.0.0';
  return {
    cause: onLoopback ? 'listens-on-loopback' : 'listens-on-other-address',
    says: onLoopback
      ? `${name} listens on ${where} only, which no other container reaches; bind ${instead}`
      : `${name} listens on ${where} only, and Prometheus asks ${asked}; bind ${instead}`,
    at: told?.at ?? service?.at ?? target.expected.at,
    help: told
      ? `bind ${instead} in place of what "${told.written}" says`
      : `have the server in ${name} bind ${instead}: see its option or variable for the address to listen on`,
    related: [{ message: 'the target', at: target.expected.at }],
  };
}

function names(host: string, address: string): boolean {
  const lower = host.toLowerCase();
  return lower === address || (lower === 'localhost' && isLoopback(address));
}

function suggestion({ host }: TargetEvidence, [first, ...more]: readonly ListeningSocket[]): string | undefined {
  if (!first) return 'have the server listen on 0.0.0.0 and on the port that the target names';
  if (more.some(({ port }) => port !== first.port))
    return 'name the port that serves metrics, or have the process listen on the one that the target names';
  return `scrape "${host}:${String(first.port)}", or have the process listen on the port that the target names`;
}

function dialled(lastError: string, port: number): string {
  const address = dialledAddress(lastError);
  return address === undefined
    ? `port ${String(port)}`
    : written({ address, port, family: address.includes(':') ? 6 : 4 });
}

function ports(sockets: readonly ListeningSocket[]): string {
  const all = sockets.map(({ address, port }) =>
    isLoopback(address) ? `${String(port)} (on loopback only)` : String(port),
  );
  return [...new Set(all)].join(', ');
}

function written({ address, port, family }: ListeningSocket): string {
  return family === 6 ? `[${address}]:${String(port)}` : `${address}:${String(port)}`;
}
