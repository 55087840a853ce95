import { child, text } from '../../model/yaml-node.js';
import { watchesHost } from '../host-agents.js';
import type { StackRule } from '../rule.js';

/** Containers that are no containment. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/privileged',
  severity: 'warning',
  summary: 'a container is privileged',
  why: 'A privileged container has all devices and all capabilities: who breaks into its program has the machine. Most programs need one device or one capability. Agents that watch the machine are a notice: they run without it, and see a little less.',
  remedy: 'remove `privileged`, and give the devices or the capability that the program needs',
  check: (stack) =>
    stack.project.services.flatMap((service) => {
      const node = child(service.node, 'privileged');
      if (!node || text(node) !== 'true') return [];
      const agent = watchesHost(service);
      return [
        {
          message: `service "${service.name}" is privileged: its program has all devices and all rights on the machine`,
          at: node.at,
          help: agent
            ? 'remove `privileged`; for messages of the kernel add `devices: [/dev/kmsg]`'
            : 'remove `privileged`, and name what it needs in `devices` and `cap_add`',
          subject: { service: service.name },
          ...(agent ? { severity: 'notice' as const } : {}),
        },
      ];
    }),
};
