import { readFile } from 'node:fs/promises';
import type { ListeningSocket } from '../../model/container-facts.js';
import { listeningSockets } from '../../model/kernel-sockets.js';

/**
 * The sockets that listen in the network namespace of a container's process on this machine; undefined when they cannot be read:
 * another system, an engine in a virtual machine, a process that is gone. Needs no rights: the files are readable for everybody.
 */
export async function socketsOfProcess(pid: number, containerId: string): Promise<ListeningSocket[] | undefined> {
  if (process.platform !== 'linux' || pid === 0) return undefined;
  const directory = `/proc/${String(pid)}`;
  try {
    // Where the engine runs in a virtual machine, the number is that of another process here.
    if (!(await readFile(`${directory}/cgroup`, 'utf8')).includes(containerId)) return undefined;
    const [v4, v6] = await Promise.all([
      readFile(`${directory}/net/tcp`, 'utf8'),
      // There is none where IPv6 is off.
      readFile(`${directory}/net/tcp6`, 'utf8').catch(() => ''),
    ]);
    return listeningSockets(`${v4}\n${v6}`);
  } catch {
    return undefined;
  }
}
