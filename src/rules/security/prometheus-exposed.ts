import { exposureProblem } from '../exposure-problem.js';
import { isPrometheusServer } from '../server-roles.js';
import type { StackRule } from '../rule.js';
import { webAuthentication } from '../server-authentication.js';

/** A Prometheus that anybody can ask. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/prometheus-exposed',
  severity: 'warning',
  summary: 'Prometheus is published beyond this machine and asks for no password',
  why: 'Who reaches Prometheus reads all metrics, the names and addresses of all targets and the configuration. Ports that Docker publishes are open also where the firewall of the host says otherwise, since Docker writes its own rules.',
  remedy: 'publish the port on 127.0.0.1, or set basic_auth_users in the file of --web.config.file',
  check: (stack) =>
    stack.project.services.flatMap((service) => {
      if (!isPrometheusServer(stack, service) || webAuthentication(stack, service) !== 'none') return [];
      const instead = 'set basic_auth_users in the file of --web.config.file';
      return exposureProblem(stack, service, { what: 'Prometheus without authentication', instead }) ?? [];
    }),
};
