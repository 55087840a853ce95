import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** The processes that have sockets, by the inode of each; only those of which this user may see that. */
export function socketOwners(
  inodes: ReadonlySet<string>,
): Map<string, { readonly pid: number; readonly name: string }> {
  const owners = new Map<string, { readonly pid: number; readonly name: string }>();
  if (inodes.size === 0) return owners;
  for (const pid of list('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    for (const descriptor of list(`/proc/${pid}/fd`)) {
      const inode = /^socket:\[(\d+)\]$/.exec(link(`/proc/${pid}/fd/${descriptor}`))?.[1];
      if (inode === undefined || !inodes.has(inode) || owners.has(inode)) continue;
      owners.set(inode, { pid: Number(pid), name: nameOf(pid) });
      if (owners.size === inodes.size) return owners;
    }
  }
  return owners;
}

/** The program's name; that of its thread when the command line is empty. */
function nameOf(pid: string): string {
  const [program = ''] = text(`/proc/${pid}/cmdline`).split('\0');
  return program.split('/').at(-1) || text(`/proc/${pid}/comm`).trim();
}

function list(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function text(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
