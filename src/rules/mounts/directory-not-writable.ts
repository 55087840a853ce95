import type { Mount } from '../../model/mount.js';
import { isWithin, mountFor } from '../../model/mounted-path.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { child } from '../../model/yaml-node.js';
import { ENTER, may, shownMode, userOf, WRITE } from '../container-user.js';
import { dataPathsOf, runsImage, type DataPath } from '../known-config.js';
import { hasForeignMounts, hostEntryOf, isMadeByOther, sourceOf, tmpfsOf } from '../mount-facts.js';
import type { Problem, StackRule } from '../rule.js';

/** Programs that were seen to end at once when they cannot write their data. */
const ENDS = new Set(['prometheus']);

/** Directories of data that the user of their container may not write. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'mounts/directory-not-writable',
  severity: 'error',
  summary: 'the user of a container may not write the directory of its data',
  why: 'A bind mount keeps the owner that a directory has on the machine. Where it does not exist, Docker makes it as root, and most images run their program as another user, which then ends with "permission denied".',
  remedy:
    'use a named volume, which takes the owner over from the image, or give the directory to the user of the image (`chown`)',
  check: (stack) =>
    stack.project.services.flatMap((service) =>
      dataPathsOf(service).flatMap(
        (data) => problemOf(stack, service, data) ?? movedProblem(stack, service, data) ?? [],
      ),
    ),
};

function problemOf(stack: Stack, service: ComposeService, data: DataPath): Problem | undefined {
  const user = userOf(service);
  const known = runsImage(service);
  const mounted = mountFor(service.mounts, data.path);
  const entry = mounted && hostEntryOf(stack, mounted.mount);
  if (!user || user.uid === 0 || !known || !mounted || !entry || mounted.mount.target !== data.path) return undefined;
  if (isMadeByOther(stack, service, mounted.mount.source)) return undefined;
  const base = { subject: { service: service.name }, at: sourceOf(mounted.mount) };
  const what = `the data of service "${service.name}" at "${data.path}"`;
  const written = mounted.mount.written ?? mounted.mount.source;
  if (mounted.mount.readOnly)
    return {
      ...base,
      message: `${what} is mounted read-only, and ${known.title} has to write there`,
      severity: ENDS.has(known.role) ? 'error' : 'warning',
      help: 'leave "ro" away',
    };
  const help = `use a named volume, or run: mkdir -p ${written} && sudo chown ${String(user.uid)} ${written}`;
  if (entry.kind === 'missing') {
    // Docker refuses then, which has a finding of its own.
    if (!mounted.mount.makesSource) return undefined;
    return {
      ...base,
      message: `${what} is "${written}", which does not exist: Docker makes it as root, and ${user.shown} may not write there`,
      // On the machine of the deployment it may be there.
      severity: 'warning',
      help,
    };
  }
  if (entry.kind !== 'directory' || !entry.access || may(user, entry.access, WRITE | ENTER)) return undefined;
  return {
    ...base,
    message: `${user.shown} may not write ${what}: "${written}" has mode ${shownMode(entry.access)} and owner ${String(entry.access.uid)}`,
    severity: ENDS.has(known.role) ? 'error' : 'warning',
    help,
  };
}

/** Where everybody may write, or where what the image has cannot be told. */
const WRITABLE = /^\/(?:tmp|var\/tmp|dev\/shm|home|root)(?:\/|$)/;

/** Data that a flag moves to a path which the image does not have: only root may make it, and a new volume there is root's. */
function movedProblem(stack: Stack, service: ComposeService, { path, at }: DataPath): Problem | undefined {
  const known = runsImage(service);
  const user = userOf(service);
  if (!at || !known || !ENDS.has(known.role) || !user || user.uid === 0 || hasForeignMounts(service)) return undefined;
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
