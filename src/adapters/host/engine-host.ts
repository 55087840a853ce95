import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { HoldingContainer, HostObservation, PortHolder } from '../../model/host.js';
import { addressesOverlap } from '../../model/host-address.js';
import type { Host, WantedPort } from '../../ports/host.js';
import type { Engine, EngineInfo, PublishingContainer } from '../docker/engine.js';
import { bindable } from './bindable.js';
import { listeningSockets, type ListeningSocket } from './listening-sockets.js';
import { socketOwners } from './socket-owner.js';

/** The machine of a Docker Engine: by its API, and by this machine's own tables where the two are one. */
export class EngineHost implements Host {
  constructor(private readonly engine: Engine) {}

  async look(wanted: readonly WantedPort[], signal: AbortSignal): Promise<HostObservation> {
    try {
      const [info, containers] = await Promise.all([this.engine.info(signal), this.engine.publishing(signal)]);
      const here = this.#isHere(info);
      const taken = wanted.flatMap((port) => publishedBy(containers, port));
      const others = wanted.filter((port) => !taken.some((holder) => isOf(holder, port)));
      const disk = here ? await diskOf(info.DockerRootDir) : undefined;
      return {
        portsInUse: [...taken, ...(here ? await heldByProcesses(others) : [])],
        ...(disk ? { disk } : {}),
        memory: { totalBytes: info.MemTotal, ...(here ? available() : {}) },
      };
    } catch {
      // Whether the engine answers is another question, asked elsewhere.
      return { portsInUse: [] };
    }
  }

  /** Engines in virtual machines, and this process in a container, have other host names. */
  #isHere({ Name }: EngineInfo): boolean {
    return process.platform === 'linux' && this.engine.address.startsWith('unix://') && Name === hostname();
  }
}

function isOf(holder: PortHolder, { protocol, port, address }: WantedPort): boolean {
  return holder.protocol === protocol && holder.port === port && holder.wantedAddress === address;
}

function publishedBy(containers: readonly PublishingContainer[], wanted: WantedPort): PortHolder[] {
  const { protocol, port } = wanted;
  for (const { name, labels, ports } of containers) {
    const same = ports.find(
      (one) => one.protocol === protocol && one.port === port && addressesOverlap(one.address, wanted.address),
    );
    if (!same) continue;
    return [
      {
        protocol,
        port,
        wantedAddress: wanted.address,
        address: same.address,
        container: holdingContainer(name, labels),
      },
    ];
  }
  return [];
}

/** https://github.com/docker/compose/blob/v2.40.3/pkg/api/labels.go */
function holdingContainer(name: string, labels: Readonly<Record<string, string>>): HoldingContainer {
  const label = (key: string): string | undefined => labels[`com.docker.compose.${key}`];
  return {
    name,
    project: label('project'),
    service: label('service'),
    composeFiles: (label('project.config_files') ?? '').split(',').filter((path) => path !== ''),
  };
}

async function heldByProcesses(wanted: readonly WantedPort[]): Promise<PortHolder[]> {
  const states = await Promise.all(wanted.map((port) => bindable(port)));
  if (states.every((state) => state === 'free')) return [];
  const sockets = listeningSockets();
  const taken = wanted.filter((port, index) => isTaken(port, states[index] ?? 'unknown', sockets));
  const found = taken.map((port) => [port, socketOn(sockets, port)] as const);
  const owners = socketOwners(new Set(found.flatMap(([, socket]) => socket?.inode ?? [])));
  return found.map(([{ protocol, port, address }, socket]): PortHolder => {
    const process = owners.get(socket?.inode ?? '');
    const holder = { protocol, port, wantedAddress: address, address: socket?.address ?? '' };
    return process ? { ...holder, process } : holder;
  });
}

/** Whoever may not try to take a port, such as one below 1024, can still see who listens on it. */
export function isTaken(
  wanted: WantedPort,
  state: Awaited<ReturnType<typeof bindable>>,
  sockets: readonly ListeningSocket[],
): boolean {
  if (state !== 'unknown') return state === 'in-use';
  const { protocol, port, address } = wanted;
  return sockets.some(
    (socket) => socket.protocol === protocol && socket.port === port && addressesOverlap(socket.address, address),
  );
}

/** A server on all addresses of IPv6 mostly has those of IPv4 as well. */
function socketOn(
  sockets: readonly ListeningSocket[],
  { protocol, port, address }: WantedPort,
): ListeningSocket | undefined {
  const same = sockets.filter((socket) => socket.protocol === protocol && socket.port === port);
  return same.find((socket) => addressesOverlap(socket.address, address)) ?? same[0];
}

async function diskOf(path: string): Promise<HostObservation['disk']> {
  try {
    const { bavail, blocks, bsize } = await statfs(path);
    return { path, freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch {
    return undefined;
  }
}

/** What programs can have without swapping. https://docs.kernel.org/filesystems/proc.html#meminfo */
function available(): { readonly availableBytes?: number } {
  try {
    const [, kilobytes] = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8')) ?? [];
    return kilobytes === undefined ? {} : { availableBytes: Number(kilobytes) * 1024 };
  } catch {
    return {};
  }
}
