import type { KnownImage } from '../../knowledge/image.js';
import type { Mount } from '../../model/mount.js';
import { mountFor } from '../../model/mounted-path.js';
import { flag } from '../../model/service-flags.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { child } from '../../model/yaml-node.js';
import { dataPathsOf, runsImage } from '../known-config.js';
import { replicasOf, sourceOf } from '../mount-facts.js';
import type { Problem, StackRule } from '../rule.js';

/** Containers that keep their data in one place. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'mounts/shared-data',
  severity: 'warning',
  summary: 'several containers keep their data in one directory',
  why: 'Prometheus locks the directory of its data, so that a second one on it ends at once. Databases that do not lock theirs spoil it for one another.',
  remedy: 'give each its own volume, and run one container of a service that has data',
  check: (stack) => [...betweenServices(stack), ...betweenReplicas(stack)],
};

interface Keeper {
  readonly service: ComposeService;
  readonly known: KnownImage;
  readonly mount: Mount;
  /** What is the same for those who write to the same place. */
  readonly place: string;
}

function keepersOf(stack: Stack): Keeper[] {
  return stack.project.services.flatMap((service) => {
    const known = runsImage(service);
    if (!known) return [];
    return dataPathsOf(service).flatMap(({ path }): Keeper[] => {
      const mount = mountFor(service.mounts, path)?.mount;
      // A volume without a name is one of each container.
      if (!mount || mount.readOnly || mount.source === '' || !['bind', 'volume'].includes(mount.kind)) return [];
      return [{ service, known, mount, place: `${mount.kind} ${mount.source} ${path.slice(mount.target.length)}` }];
    });
  });
}

function betweenServices(stack: Stack): Problem[] {
  const first = new Map<string, Keeper>();
  return keepersOf(stack).flatMap((keeper): Problem[] => {
    const { service, known, mount } = keeper;
    const key = `${known.name} ${keeper.place}`;
    const other = first.get(key);
    if (!other) first.set(key, keeper);
    if (!other || other.service === service) return [];
    return [
      {
        message: `services "${other.service.name}" and "${service.name}" both keep the data of ${known.title} in "${shown(mount)}"${ends(known, service, other.service) ? ': the one that starts second ends, since the first has locked it' : ''}`,
        at: sourceOf(mount),
        severity: ends(known, service, other.service) ? 'error' : 'warning',
        help: `give service "${service.name}" a volume of its own`,
        related: [{ message: `service "${other.service.name}" has it here`, at: sourceOf(other.mount) }],
        subject: { service: service.name },
      },
    ];
  });
}

function betweenReplicas(stack: Stack): Problem[] {
  return keepersOf(stack).flatMap(({ service, known, mount }): Problem[] => {
    const replicas = replicasOf(service);
    if (!replicas) return [];
    // In a Swarm each node has a volume of its own.
    const certain = ends(known, service, service) && !forSwarm(service);
    return [
      {
        message: `the ${String(replicas.count)} containers of service "${service.name}" all keep the data of ${known.title} in "${shown(mount)}"${certain ? ': those that start after the first end, since it has locked it' : ''}`,
        at: replicas.at,
        severity: certain ? 'error' : 'warning',
        help: 'run one container, or make each a service with a volume of its own',
        related: [{ message: 'this is the volume that they share', at: sourceOf(mount) }],
        subject: { service: service.name },
      },
    ];
  });
}

function shown({ written, source }: Mount): string {
  return written ?? source;
}

function ends({ role }: KnownImage, ...services: readonly ComposeService[]): boolean {
  return (
    role === 'prometheus' && services.every((service) => !flag(service, 'storage.tsdb.no-lockfile') && !agent(service))
  );
}

function agent(service: ComposeService): boolean {
  return service.command.some(({ value }) =>
    /^--?(?:agent|storage\.tsdb\.no-lockfile|storage\.agent\..*|enable-feature=.*agent.*)$/.test(value),
  );
}

function forSwarm({ node }: ComposeService): boolean {
  return ['placement', 'mode', 'endpoint_mode', 'update_config', 'rollback_config'].some((key) =>
    child(node, 'deploy', key),
  );
}
