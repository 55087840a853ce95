import type { Cause } from '../model/cause.js';
import type { ListeningSocket } from '../model/container-facts.js';
import type { ContainerSnapshot } from '../model/observation.js';
import type { SourceRange } from '../model/source.js';
import type { ComposeService, Stack } from '../model/stack.js';
import { child } from '../model/yaml-node.js';
import type { AskedAddress } from './asked-addresses.js';
import { commandsOf, healthcheckCommand } from './healthcheck-command.js';
import { selfChecks } from './own-addresses.js';

/** Why a probe fails, beyond its own words, and the line that has to change. */
export interface ProbeDiagnosis {
  readonly cause: Cause;
  readonly at: SourceRange;
  /** What is to be said behind the words of the probe. */
  readonly because?: string;
}

/** Docker's embedded DNS server listens in every container, and serves none of its clients. */
const DOCKER_DNS = '127.0.0.11';

/**
 * Compares what the probe of a service asks and said with the sockets that its container listens on. Undefined when that tells nothing:
 * then the service is ill by its own words. Pure.
 */
export function probeDiagnosis(
  stack: Stack,
  service: ComposeService,
  container: ContainerSnapshot,
): ProbeDiagnosis | undefined {
  const output = container.probes.at(-1)?.output ?? '';
  const { healthcheck } = service;
  if (!healthcheck) return undefined;
  if (/^Health check exceeded timeout/.test(output))
    return { cause: 'healthcheck-timeout', at: child(service.node, 'healthcheck', 'timeout')?.at ?? healthcheck.at };
  const missing = missingProgram(service, output);
  if (missing) return missing;
  const asked = selfChecks(stack).find((check) => check.service === service)?.asked ?? [];
  if (/\b404\b/.test(output)) {
    const [first] = asked;
    return first && { cause: 'healthcheck-wrong-path', at: first.pathAt ?? first.at };
  }
  if (container.listening === undefined || !container.pid) return undefined;
  const sockets = container.listening.filter(({ address }) => address !== DOCKER_DNS);
  return asked.flatMap((address) => againstSockets(address, sockets) ?? []).at(0);
}

/** A shell says 127 to whoever hides it behind `|| exit 1`, and names the program. */
function missingProgram(service: ComposeService, output: string): ProbeDiagnosis | undefined {
  const said = /^\S*sh: (?:(?:line )?\d+: )?([^\s:]+): (?:command )?not found/m.exec(output)?.[1];
  const engine = /exec: "([^"]+)": (?:executable file not found|stat )/.exec(output)?.[1];
  const name = said ?? engine;
  const command = name === undefined ? undefined : healthcheckCommand(service);
  if (!command) return undefined;
  const [program] = commandsOf(command).find(([first]) => first.value === name) ?? [];
  return { cause: 'healthcheck-binary-missing', at: program?.at ?? command.at };
}

function againstSockets(asked: AskedAddress, sockets: readonly ListeningSocket[]): ProbeDiagnosis | undefined {
  const { host, port, hostAt, portAt, at } = asked;
  const onPort = sockets.filter((socket) => socket.port === port);
  if (onPort.length === 0) {
    if (sockets.length === 0) return undefined;
    const ports = [...new Set(sockets.map((socket) => String(socket.port)))].join(', ');
    const because = `nothing listens on port ${String(port)}; the container listens on ${ports}`;
    return { cause: 'healthcheck-wrong-port', at: portAt ?? at, because };
  }
  if (onPort.some((socket) => reaches(socket, host))) return undefined;
  const addresses = [...new Set(onPort.map(({ address }) => address))].join(', ');
  return {
    cause: 'healthcheck-wrong-address',
    at: hostAt,
    because: `it asks ${host}, and port ${String(port)} is open on ${addresses} only`,
  };
}

/** A socket on `::` takes IPv4 as well, unless it says otherwise, which the kernel does not list. */
function reaches({ address, family }: ListeningSocket, host: string): boolean {
  if (address === '::') return true;
  const six = host.includes(':');
  if (!six && !/^[\d.]+$/.test(host) && host !== 'localhost') return true;
  if (host === 'localhost') return address === '0.0.0.0' || address.startsWith('127.') || address === '::1';
  if (six) return family === 6 && address === host;
  return address === '0.0.0.0' || address === host || (host === '0.0.0.0' && address.startsWith('127.'));
}
