import type { Problem, StackRule } from '../rule.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { grafanaServices, grafanaSetting, isOpen, isTurnedOn } from '../grafana-settings.js';
import { proxyInFront } from '../proxy-in-front.js';

/** Grafanas that let everybody in. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/grafana-anonymous',
  severity: 'warning',
  summary: 'Grafana lets in who does not log in',
  why: 'A visitor without a name may ask every data source any question, not only those of the dashboards. With the role Editor or Admin, visitors change dashboards, and an Admin changes data sources and users.',
  remedy: 'turn anonymous access off, or keep its role Viewer and publish the port on 127.0.0.1',
  check: (stack) => grafanaServices(stack).flatMap((service) => problemOf(stack, service) ?? []),
};

function problemOf(stack: Stack, service: ComposeService): Problem | undefined {
  const enabled = grafanaSetting(stack, service, 'auth.anonymous', 'enabled');
  if (enabled.kind !== 'value' || !isTurnedOn(enabled)) return undefined;
  const set = grafanaSetting(stack, service, 'auth.anonymous', 'org_role');
  const role = set.kind === 'value' ? set.value : 'Viewer';
  const mayChange = /^(?:admin|editor)$/i.test(role);
  const open = isOpen(stack, service);
  if (!open && !mayChange) return undefined;
  const lowered = !open || !mayChange || proxyInFront(stack, service) !== undefined;
  return {
    message: `Grafana of service "${service.name}" lets everybody in as ${role} without a login${open ? '' : ', from this machine and its networks'}`,
    at: mayChange && set.kind === 'value' ? set.at : enabled.at,
    help: mayChange
      ? 'set the role of anonymous visitors to Viewer, or turn anonymous access off'
      : 'turn anonymous access off, or publish the port on 127.0.0.1',
    subject: { service: service.name },
    related: [
      ...(mayChange ? [{ message: 'anonymous access is turned on here', at: enabled.at }] : []),
      ...(open ? [open] : []),
    ],
    ...(lowered ? { severity: 'notice' } : {}),
  };
}
