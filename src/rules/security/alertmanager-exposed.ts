import { exposureProblem } from '../exposure-problem.js';
import { baseImage } from '../image-facts.js';
import type { StackRule } from '../rule.js';
import { webAuthentication } from '../server-authentication.js';

/** An Alertmanager that anybody can silence. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/alertmanager-exposed',
  severity: 'warning',
  summary: 'Alertmanager is published beyond this machine and asks for no password',
  why: 'Who reaches Alertmanager can silence every alert, or send alerts of their own to your pagers. Ports that Docker publishes are open also where the firewall of the host says otherwise.',
  remedy: 'publish the port on 127.0.0.1, or set basic_auth_users in the file of --web.config.file',
  check: (stack) =>
    stack.project.services.flatMap((service) => {
      if (baseImage(service)?.role !== 'alertmanager' || webAuthentication(stack, service) !== 'none') return [];
      const instead = 'set basic_auth_users in the file of --web.config.file';
      return exposureProblem(stack, service, { what: 'Alertmanager without authentication', instead }) ?? [];
    }),
};
