import { exposedSwitch } from '../exposed-switch.js';
import type { StackRule } from '../rule.js';

/** The API that stops the server, open to anybody. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/lifecycle-api-exposed',
  severity: 'warning',
  summary: 'Prometheus can be stopped and reloaded by HTTP, and no password is asked',
  why: 'With --web.enable-lifecycle a POST to /-/quit stops Prometheus, and with it your alerts. Whoever reaches its port may send it.',
  remedy: 'remove --web.enable-lifecycle and reload with `docker compose kill -s SIGHUP prometheus`',
  check: (stack) =>
    exposedSwitch(stack, {
      flag: 'web.enable-lifecycle',
      allows: 'stop Prometheus',
      help: 'remove the flag and reload with a SIGHUP, or publish the port on 127.0.0.1',
      insideToo: true,
    }),
};
