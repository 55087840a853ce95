import type { FileReference, Place } from '../model/document.js';
import { mountFor } from '../model/mounted-path.js';
import { nearestMount, targetOf } from './mount-facts.js';
import type { Problem } from './rule.js';

/** Directories that images bring themselves, with bundles of certificates above all. */
const OF_THE_IMAGE = /^\/(?:etc\/(?:ssl|pki|ca-certificates)|usr|lib|opt)\//;

/** Why a file that a document names is not there, in words; undefined when it is there or cannot be seen from here. */
export function missingReference({ state, containerPath }: FileReference): string | undefined {
  if (state === 'missing') return 'there is none';
  if (state !== 'unmounted' || OF_THE_IMAGE.test(containerPath)) return undefined;
  return `nothing is mounted at "${containerPath}" in the container`;
}

/** Where a missing file would come from: the mount that covers its path, or the nearest one. For files of a container. */
export function relatedToMissing(
  { state, containerPath }: FileReference,
  { mounts, service }: Place,
  what = 'file',
): Pick<Problem, 'related' | 'help'> {
  if (service === undefined) return {};
  const shown = mounts.filter(({ origin }) => origin !== 'machine');
  if (state === 'missing') {
    const mount = mountFor(shown, containerPath)?.mount;
    if (!mount || mount.origin === 'image') return {};
    const written = mount.written ?? mount.source;
    const path = `${written.replace(/\/$/, '')}${containerPath.slice(mount.target.length)}`;
    return {
      help: `put the ${what} at "${path}", or mend the path`,
      related: [{ message: `"${mount.target}" of the container is "${written}"`, at: mount.at }],
    };
  }
  const near = nearestMount(
    shown.filter(({ origin }) => origin !== 'image'),
    containerPath,
  );
  return near
    ? {
        help: `mount the ${what} at "${containerPath}", or mend the path`,
        related: [{ message: `the nearest that is mounted is "${near.target}"`, at: targetOf(near) }],
      }
    : { help: `mount the ${what} at "${containerPath}" into service "${service}", or mend the path` };
}
