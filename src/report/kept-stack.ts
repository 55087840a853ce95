import { removalCommand, type Footprint } from '../model/footprint.js';
import type { ContainerSnapshot, PublishedPort } from '../model/observation.js';

/** A stack that is left running on request. */
export interface KeptStack {
  readonly project: string;
  /** What there is of it now, and what was there before the run. */
  readonly remains: Footprint;
  readonly keep: Footprint;
  readonly containers: readonly ContainerSnapshot[];
  /** The directory with temporary files that its containers may have mounted, where there is one. */
  readonly directory?: string | undefined;
}

const EVERYWHERE = new Set(['0.0.0.0', '::', '']);

/** Where a kept stack is reached and how it is removed, for the person who kept it. */
export function keptStackLines({ project, remains, keep, containers, directory }: KeptStack): string[] {
  const places = containers.flatMap(({ service, publishedPorts }) =>
    [...new Set(publishedPorts.map(placeOf))].map((place) => `  ${service}: ${place}`),
  );
  const files = directory === undefined ? '' : ` && rm -r ${directory}`;
  return [
    `the stack is left running as project ${project}${places.length > 0 ? ':' : ''}`,
    ...places.sort(),
    `remove it with: ${removalCommand(project, remains, keep)}${files}`,
  ];
}

/** An address of this machine that reaches the port; which protocol it speaks is not known. */
function placeOf({ hostAddress, hostPort, containerPort }: PublishedPort): string {
  const host = EVERYWHERE.has(hostAddress) ? '127.0.0.1' : hostAddress;
  const address = host.includes(':') ? `[${host}]` : host;
  return `${address}:${String(hostPort)}${hostPort === containerPort ? '' : ` (its port ${String(containerPort)})`}`;
}
