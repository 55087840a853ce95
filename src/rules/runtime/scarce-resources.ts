import type { HostObservation } from '../../model/host.js';
import { sizeInBytes } from '../../model/size.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { child, text, type YamlNode } from '../../model/yaml-node.js';
import type { Problem, RuntimeRule } from '../rule.js';

const MIB = 1024 ** 2;
/** Less than this lasts for neither an image nor the first blocks of Prometheus. */
const LITTLE_DISK = 1024 * MIB;
/** Not even the log of a container and the lock of a database can be written. */
const NO_DISK = MIB;

/** A machine that has less than the stack will need. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/scarce-resources',
  severity: 'warning',
  stage: 'prepare',
  summary: 'the machine has little disk or memory left for the stack',
  why: 'A full disk and a lack of memory show themselves in many ways: databases that stop, containers that are killed, healthchecks that are late.',
  remedy: 'make room, or give the stack a larger machine',
  judge({ stack, observation: { host } }) {
    return host ? [...disk(host), ...memory(stack, host)] : [];
  },
};

function disk({ disk: store }: HostObservation): Problem[] {
  if (!store || store.freeBytes >= LITTLE_DISK) return [];
  const full = store.freeBytes < NO_DISK;
  return [
    {
      message: `the disk of Docker at ${store.path} has ${shown(store.freeBytes)} free of ${shown(store.totalBytes)}, expected 1 GiB at least`,
      cause: 'disk-full',
      help: '`docker system df` shows what takes the room, `docker system prune` removes what nobody uses',
      severity: full ? 'error' : 'warning',
    },
  ];
}

interface Share {
  readonly service: ComposeService;
  readonly node: YamlNode;
  readonly bytes: number;
}

/** What is reserved has to be there; a limit is only what a service may take. */
function memory(stack: Stack, { memory: had }: HostObservation): Problem[] {
  if (!had) return [];
  const services = stack.project.services;
  const reserved = services.flatMap((service) => share(service, ['mem_reservation'], 'reservations'));
  const limits = services.flatMap((service) => share(service, ['mem_limit'], 'limits'));
  const free = had.availableBytes ?? had.totalBytes;
  return [
    ...overdrawn('memory reservations', reserved, free, had.availableBytes === undefined ? '' : ' free', 'warning'),
    ...overdrawn('memory limits', limits, had.totalBytes, '', 'notice'),
  ];
}

function overdrawn(
  what: string,
  shares: readonly Share[],
  most: number,
  kind: '' | ' free',
  severity: 'warning' | 'notice',
): Problem[] {
  const sum = shares.reduce((total, { bytes }) => total + bytes, 0);
  const [largest, ...others] = [...shares].sort((a, b) => b.bytes - a.bytes);
  if (!largest || sum <= most) return [];
  return [
    {
      message: `the ${what} of all services are ${shown(sum)} together, the machine of the engine has ${shown(most)}${kind}`,
      at: largest.node.at,
      help: 'lower them, or stop what else takes memory there',
      related: others.map(({ service, node, bytes }) => ({
        message: `service "${service.name}" adds ${shown(bytes)}`,
        at: node.at,
      })),
      severity,
    },
  ];
}

function share(service: ComposeService, short: readonly string[], kind: 'limits' | 'reservations'): Share[] {
  const node = child(service.node, ...short) ?? child(service.node, 'deploy', 'resources', kind, 'memory');
  const bytes = sizeInBytes(text(node) ?? '');
  const copies = Number(text(child(service.node, 'deploy', 'replicas') ?? child(service.node, 'scale')) ?? 1);
  return node && bytes !== undefined && copies > 0 ? [{ service, node, bytes: bytes * copies }] : [];
}

function shown(bytes: number): string {
  return bytes >= 1024 * MIB ? `${(bytes / 1024 / MIB).toFixed(1)} GiB` : `${String(Math.floor(bytes / MIB))} MiB`;
}
