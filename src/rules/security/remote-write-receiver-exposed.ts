import { exposedSwitch } from '../exposed-switch.js';
import type { StackRule } from '../rule.js';

/** The API that takes metrics, open to anybody. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/remote-write-receiver-exposed',
  severity: 'warning',
  summary: 'Prometheus takes metrics from anybody beyond this machine',
  why: 'With --web.enable-remote-write-receiver whoever reaches the port writes series of any name: they fill the disk, and hide or raise alerts. Inside the network of the project that is what the flag is for.',
  remedy: 'publish the port on 127.0.0.1, or set basic_auth_users in the file of --web.config.file',
  check: (stack) =>
    exposedSwitch(stack, {
      flag: 'web.enable-remote-write-receiver',
      allows: 'write metrics',
      help: 'publish the port on 127.0.0.1, or set basic_auth_users in the file of --web.config.file',
      insideToo: false,
    }),
};
