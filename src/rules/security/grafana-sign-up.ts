import type { StackRule } from '../rule.js';
import { grafanaServices, grafanaSetting, isOpen, isTurnedOn } from '../grafana-settings.js';

/** Grafanas at which everybody can make an account. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/grafana-sign-up',
  severity: 'warning',
  summary: 'everybody can make an account at Grafana',
  why: 'With allow_sign_up whoever reaches the page for logins makes an account, and then asks every data source. It is off by default.',
  remedy: 'remove GF_USERS_ALLOW_SIGN_UP, and invite users',
  check: (stack) =>
    grafanaServices(stack).flatMap((service) => {
      const setting = grafanaSetting(stack, service, 'users', 'allow_sign_up');
      if (setting.kind !== 'value' || !isTurnedOn(setting)) return [];
      const open = isOpen(stack, service);
      return [
        {
          message: `${setting.by} of service "${service.name}" lets everybody make an account at Grafana`,
          at: setting.at,
          subject: { service: service.name },
          related: open ? [open] : [],
          ...(open ? {} : { severity: 'notice' as const }),
        },
      ];
    }),
};
