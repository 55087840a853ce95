import type { Mount } from '../model/mount.js';
import { isWithin, mountFor } from '../model/mounted-path.js';
import type { ComposeService, Stack } from '../model/stack.js';
import { child, items, text } from '../model/yaml-node.js';
import { userOf } from './container-user.js';
import { endsWithoutData, runsImage, type DataPath } from './known-config.js';
import { hasForeignMounts, sourceOf, tmpfsOf } from './mount-facts.js';
import type { Problem } from './rule.js';

/**
 * A tmpfs at the directory that the image has for its data: it takes over the permissions of the directory, but belongs to root
 * unless `uid=` says otherwise; Docker does not heed its `mode=` there.
 */
export function tmpfsProblem(service: ComposeService, { path }: DataPath): Problem | undefined {
  const known = runsImage(service);
  const user = userOf(service);
  // Of the group of root it may well write there.
  if (!known?.data?.includes(path) || !user || user.uid === 0 || !user.gid || user.inMore) return undefined;
  const written = child(service.node, 'tmpfs');
  const list = written?.kind === 'scalar' ? [written] : items(written);
  const tmpfs = list.find(
    (item) =>
      text(item)
        ?.split(':')[0]
        ?.replace(/(?<=.)\/$/, '') === path,
  );
  const owner = `uid=${String(user.uid)},gid=${String(user.gid)}`;
  if (!tmpfs || /[:,]uid=/.test(text(tmpfs) ?? '')) return undefined;
  return {
    message: `the tmpfs at "${path}", the data of service "${service.name}", belongs to root: ${user.shown} may not write there`,
    at: tmpfs.at,
    severity: endsWithoutData(known) ? 'error' : 'warning',
    help: `write "${path}:${owner}"`,
    subject: { service: service.name },
  };
}

/** Where everybody may write, or where what the image has cannot be told. */
const WRITABLE = /^\/(?:tmp|var\/tmp|dev\/shm|home|root)(?:\/|$)/;

/** Data that a flag moves to a path which the image does not have: only root may make it, and a new volume there is root's. */
export function movedProblem(stack: Stack, service: ComposeService, { path, at }: DataPath): Problem | undefined {
  const known = runsImage(service);
  const user = userOf(service);
  if (!at || !known || !endsWithoutData(known) || !user || user.uid === 0 || hasForeignMounts(service))
    return undefined;
  const own = [
    ...(known.data ?? []),
    ...(known.volumes ?? []),
    ...(known.workdir === undefined ? [] : [known.workdir]),
  ];
  if (own.some((directory) => isWithin(path, directory) || isWithin(directory, path)) || WRITABLE.test(path))
    return undefined;
  // A container that may not write at all has a finding of its own.
  if (child(service.node, 'read_only') || tmpfsOf(service).some((target) => isWithin(path, target))) return undefined;
  const mount = mountFor(service.mounts, path)?.mount;
  const [instead] = known.data ?? [];
  const help =
    instead === undefined
      ? undefined
      : `keep the data at "${instead}", which the image has for it: a volume there belongs to its user`;
  const base = { at, help, subject: { service: service.name } };
  const what = `the data of service "${service.name}" goes to "${path}"`;
  if (!mount)
    return {
      ...base,
      severity: 'error',
      message: `${what}, which the image does not have, and ${user.shown} may not make it`,
    };
  if (mount.kind !== 'volume' || mount.target !== path || isKept(stack, service, mount)) return undefined;
  return {
    ...base,
    severity: 'warning',
    message: `${what}, where a new volume belongs to root, since the image has no such directory: ${user.shown} may not write there`,
    related: [{ message: 'this is the volume', at: sourceOf(mount) }],
  };
}

/** A volume that is there already, or that another service may prepare. */
function isKept({ project }: Stack, service: ComposeService, { source }: Mount): boolean {
  if (child(project.root, 'volumes', source, 'external') || child(project.root, 'volumes', source, 'driver_opts'))
    return true;
  return project.services.some(
    (other) =>
      other !== service &&
      other.mounts.some((mount) => mount.kind === 'volume' && mount.source === source && source !== ''),
  );
}
