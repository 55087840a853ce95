import type { HostAccess } from '../model/host-entry.js';
import type { ComposeService } from '../model/stack.js';
import { child, items } from '../model/yaml-node.js';
import { runsImage } from './known-config.js';

/** Who runs the program of a container. */
export interface ContainerUser {
  readonly uid: number;
  /** Undefined when it depends on the image's own list of users. */
  readonly gid?: number | undefined;
  /** Whether it may be in further groups. */
  readonly inMore: boolean;
  /** As a message calls it. */
  readonly shown: string;
}

/** The bit of a permission. */
export const READ = 4;
export const WRITE = 2;
export const ENTER = 1;

/** The user of a service by its `user:` or its image; undefined when it is not known, as where an entry point changes it. */
export function userOf(service: ComposeService): ContainerUser | undefined {
  const inMore = items(child(service.node, 'group_add')).length > 0;
  if (service.user) {
    const match = /^(\d+|root)(?::(\d+))?$/.exec(service.user.value);
    if (!match) return undefined;
    const uid = match[1] === 'root' ? 0 : Number(match[1]);
    return { uid, gid: match[2] === undefined ? undefined : Number(match[2]), inMore, shown: `user ${String(uid)}` };
  }
  const known = runsImage(service);
  // Started as root, a script may become anybody.
  if (known?.user === undefined || (known.user === 0 && known.entrypoint_script !== false)) return undefined;
  return { uid: known.user, gid: known.group, inMore, shown: `user ${String(known.user)} of the image` };
}

/** Whether a user may; also when it is not certain that it may not. */
export function may(
  { uid, gid, inMore }: ContainerUser,
  { mode, uid: owner, gid: group }: HostAccess,
  bits: number,
): boolean {
  const allowed = (shift: number): boolean => ((mode >> shift) & bits) === bits;
  if (uid === 0) return true;
  if (uid === owner) return allowed(6);
  if (gid === group) return allowed(3);
  if ((gid === undefined || inMore) && allowed(3)) return true;
  return allowed(0);
}

/** Permissions as `ls` and `chmod` have them. */
export function shownMode({ mode }: HostAccess): string {
  return mode.toString(8).padStart(4, '0');
}
