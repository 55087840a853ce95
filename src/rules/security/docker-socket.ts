import { asksDocker, isSocketProxy } from '../host-agents.js';
import { sourceOf } from '../mount-facts.js';
import type { StackRule } from '../rule.js';

const SOCKET = /^(?:\/var)?\/run\/docker\.sock$|^\/var\/run$|^\/run$/;

/** The socket of Docker in a container. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/docker-socket',
  severity: 'warning',
  summary: 'the socket of Docker is mounted into a container',
  why: 'Who can write to the socket starts containers as root of the machine. Mounting it read-only changes nothing: the file is not written, the API behind it is. Tools that need it are a notice, since a proxy of the socket can still restrict what they ask.',
  remedy: 'remove the mount, or give the container a proxy of the socket that allows only what it needs',
  check: (stack) =>
    stack.project.services.flatMap((service) => {
      const mount = service.mounts.find(({ kind, source }) => kind === 'bind' && SOCKET.test(source));
      if (!mount || isSocketProxy(service)) return [];
      const whole = mount.source.endsWith('run');
      // Of the directory cAdvisor is told to mount, it reads the state of containers.
      const needed = asksDocker(service);
      const what = whole ? `"${mount.source}" with the socket of Docker` : 'the socket of Docker';
      return [
        {
          message: `service "${service.name}" has ${what}${mount.readOnly ? ', which read-only does not restrict' : ''}: it can do all that root of the machine can`,
          at: sourceOf(mount),
          help: needed
            ? 'put a proxy of the socket between, such as tecnativa/docker-socket-proxy, that allows only GET of containers'
            : 'remove the mount; where it is needed, put a proxy of the socket between',
          subject: { service: service.name },
          ...(needed ? { severity: 'notice' as const } : {}),
        },
      ];
    }),
};
