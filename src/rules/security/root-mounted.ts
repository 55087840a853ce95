import { watchesHost } from '../host-agents.js';
import { sourceOf } from '../mount-facts.js';
import type { StackRule } from '../rule.js';

/** Directories with which a container has the machine, when it can write there. */
const SYSTEM =
  /^\/(?:|etc|root|home|usr|bin|sbin|lib|boot|dev|proc|sys|var|var\/lib|var\/lib\/docker|var\/lib\/containerd)$/;
/** Those with secrets in them, which are no better read-only. */
const SECRETS = /^\/(?:|etc|root|home|var|var\/lib|var\/lib\/docker)$/;

/** Directories of the machine itself in a container. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/root-mounted',
  severity: 'warning',
  summary: 'a directory of the machine itself is mounted into a container',
  why: 'A container that can write to the root, /etc or /var/lib/docker of the machine owns the machine; one that can read them has its keys and the data of all containers. Agents that watch the machine mount such directories read-only, about which nothing is said.',
  remedy: 'mount only the directory that is needed, read-only',
  check: (stack) =>
    stack.project.services.flatMap((service) => {
      // The directory of the project may be any, and is meant where a path starts with a dot.
      const mounts = service.mounts.filter(
        (mount) =>
          mount.kind === 'bind' &&
          mount.origin === 'volumes' &&
          SYSTEM.test(mount.source) &&
          mount.written?.startsWith('/') === true,
      );
      const agent = watchesHost(service);
      const worst = mounts.find(({ readOnly }) => !readOnly) ?? mounts.find(({ source }) => SECRETS.test(source));
      if (!worst || (worst.readOnly && agent)) return [];
      const notice = (agent && worst.source !== '/') || (worst.readOnly && worst.source !== '/');
      return [
        {
          message: `service "${service.name}" has "${worst.source}" of the machine${worst.readOnly ? ', where it reads the secrets of others' : ' and can write there'}`,
          at: sourceOf(worst),
          help: agent ? 'add `:ro`: it only reads' : 'mount only the directory that is needed, read-only',
          subject: { service: service.name },
          ...(notice ? { severity: 'notice' as const } : {}),
        },
      ];
    }),
};
