import { child, text } from '../../model/yaml-node.js';
import { watchesHost } from '../host-agents.js';
import type { StackRule } from '../rule.js';

/** What a namespace of the host lets a container do, the worst first. */
const NAMESPACES = {
  pid: 'sees, and may signal, all processes of the machine',
  userns_mode: 'has its root be root of the machine',
  network_mode: 'reaches what listens on the loopback address of the machine, and all its ports are open there',
  ipc: 'reads the shared memory of the machine',
} as const;

/** Containers that share a namespace with the machine. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/host-namespace',
  severity: 'notice',
  summary: 'a container shares a namespace with the machine',
  why: 'Namespaces are what separates a container from the machine. With the network of the host, its program reaches everything that trusts the loopback address, and no port needs to be published; with the processes of the host, it sees their arguments and environment. Agents that watch the machine need it, and nothing is said about them.',
  remedy: 'remove it, unless the program cannot work without',
  check: (stack) =>
    stack.project.services.flatMap((service) => {
      const shared = Object.entries(NAMESPACES).flatMap(([key, means]) => {
        const node = child(service.node, key);
        return node && text(node) === 'host' ? [{ key, means, node }] : [];
      });
      const [first] = shared;
      if (!first || watchesHost(service)) return [];
      return [
        {
          message: `service "${service.name}" has "${shared.map(({ key }) => `${key}: host`).join('" and "')}": it ${first.means}`,
          at: first.node.at,
          subject: { service: service.name },
          ...(first.key === 'pid' ? { severity: 'warning' as const } : {}),
        },
      ];
    }),
};
