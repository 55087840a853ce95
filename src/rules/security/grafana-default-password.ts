import type { StackRule, Problem } from '../rule.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { grafanaServices, grafanaSetting, isOpen, isTurnedOn } from '../grafana-settings.js';
import { judgeSecret } from '../secret-words.js';

/** Grafanas whose administrator has the password that everybody knows. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/grafana-default-password',
  severity: 'warning',
  summary: 'the administrator of Grafana has the default password',
  why: 'Without GF_SECURITY_ADMIN_PASSWORD the administrator of Grafana is admin with password admin. Who is faster than you sets the next one, and asks all data sources. Without the form for logins the API still takes the password. It counts when Grafana first starts; a database of an earlier start keeps its own.',
  remedy: 'name a file with a password of your own in GF_SECURITY_ADMIN_PASSWORD__FILE',
  check: (stack) => grafanaServices(stack).flatMap((service) => problemOf(stack, service) ?? []),
};

function problemOf(stack: Stack, service: ComposeService): Problem | undefined {
  const setting = (section: string, key: string): ReturnType<typeof grafanaSetting> =>
    grafanaSetting(stack, service, section, key);
  const password = setting('security', 'admin_password');
  if (password.kind === 'elsewhere' || isTurnedOn(setting('security', 'disable_initial_admin_creation')))
    return undefined;
  const word = password.kind === 'value' ? judgeSecret(password.value) : 'guessable';
  if (word === 'none' || word === 'secret') return undefined;
  const basic = setting('auth.basic', 'enabled');
  const noBasic = basic.kind === 'value' && !isTurnedOn(basic);
  if (noBasic && isTurnedOn(setting('auth', 'disable_login_form'))) return undefined;
  const open = isOpen(stack, service);
  const base = {
    subject: { service: service.name },
    related: open ? [open] : [],
    // On this machine only, it is hygiene.
    ...(open ? {} : { severity: 'notice' as const }),
  };
  if (password.kind === 'default')
    return {
      ...base,
      message: `Grafana of service "${service.name}" has no GF_SECURITY_ADMIN_PASSWORD: its administrator is "admin" with password "admin"`,
      at: service.image?.at ?? service.at,
    };
  const known =
    password.value === 'admin'
      ? 'the default password "admin"'
      : word === 'guessable'
        ? 'a password that everybody tries first'
        : 'the password of an example';
  return {
    ...base,
    message: `${password.by} of service "${service.name}" gives the administrator of Grafana ${known}`,
    at: password.at,
  };
}
