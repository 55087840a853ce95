import type { ComposeService } from '../../model/stack.js';
import { child, items, text, type YamlNode } from '../../model/yaml-node.js';
import { watchesHost } from '../host-agents.js';
import type { StackRule } from '../rule.js';

/** What each lets a container do. Source: capabilities(7). */
const CAPABILITIES: Readonly<Record<string, string>> = {
  ALL: 'has every right on the machine',
  SYS_ADMIN: 'can mount file systems and leave its container',
  SYS_MODULE: 'can load modules into the kernel',
  SYS_RAWIO: 'can write to the memory and the devices of the machine',
  DAC_READ_SEARCH: 'can read all files of the machine',
  SYS_PTRACE: 'can read the memory of processes',
};
const UNCONFINED = /^(seccomp|apparmor)[:=]unconfined$/;

/** Capabilities with which a container is none. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/capability',
  severity: 'warning',
  summary: 'a container has a capability that breaks its containment, or no system call filter',
  why: 'Docker leaves away the capabilities and system calls with which a program gets out of its container. Adding them back makes a fault of the program one of the machine.',
  remedy: 'add only the capability that the program needs, and drop the others with `cap_drop: [ALL]`',
  check: (stack) =>
    stack.project.services.flatMap((service) => {
      const found = [...added(service), ...unconfined(service)];
      const [first] = found;
      if (!first) return [];
      return [
        {
          message: `service "${service.name}" has ${found.map(({ shown }) => shown).join(' and ')}: it ${first.means}`,
          at: first.at,
          subject: { service: service.name },
          ...(watchesHost(service) ? { severity: 'notice' as const } : {}),
        },
      ];
    }),
};

interface Loosened {
  readonly shown: string;
  readonly means: string;
  readonly at: YamlNode['at'];
}

function added({ node }: ComposeService): Loosened[] {
  return items(child(node, 'cap_add')).flatMap((item) => {
    const written = text(item) ?? '';
    const means = CAPABILITIES[written.toUpperCase().replace(/^CAP_/, '')];
    return means === undefined ? [] : [{ shown: `the capability ${written}`, means, at: item.at }];
  });
}

function unconfined({ node }: ComposeService): Loosened[] {
  return items(child(node, 'security_opt')).flatMap((item) => {
    const written = text(item) ?? '';
    if (!UNCONFINED.test(written)) return [];
    return [
      { shown: `"${written}"`, means: 'may use every system call that Docker keeps from containers', at: item.at },
    ];
  });
}
