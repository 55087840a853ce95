import { exposedSwitch } from '../exposed-switch.js';
import type { StackRule } from '../rule.js';

/** The API that deletes metrics, open to anybody. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/admin-api-exposed',
  severity: 'warning',
  summary: 'the admin API of Prometheus is on, and no password is asked',
  why: 'The admin API deletes time series and writes snapshots. Prometheus has no roles: whoever reaches its port may do it.',
  remedy: 'remove --web.enable-admin-api, or set basic_auth_users in the file of --web.config.file',
  check: (stack) =>
    exposedSwitch(stack, {
      flag: 'web.enable-admin-api',
      allows: 'delete metrics',
      help: 'remove the flag, or publish the port on 127.0.0.1 and set basic_auth_users in the file of --web.config.file',
      insideToo: true,
    }),
};
