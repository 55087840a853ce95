import { alertmanagerService } from '../alertmanager-service.js';
import { child, entries, items, keyRange } from '../../model/yaml-node.js';
import type { Stack } from '../../model/stack.js';
import type { ProblemFix, StackRule } from '../rule.js';
import { rulesOf } from '../stack-rules.js';
import { documentStart } from '../schema-problems.js';

/** Alerts that nobody is told of. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'alerting/no-alertmanager',
  severity: 'warning',
  summary: 'there are alerting rules, and Prometheus has no Alertmanager to send to',
  why: 'Prometheus only evaluates alerts; who is told of them is for an Alertmanager to say. Without one in `alerting` they show on its own page and nowhere else.',
  remedy: 'name the Alertmanager in alerting.alertmanagers of prometheus.yml',
  check(stack) {
    const config = stack.prometheus?.config;
    const [first, ...others] = rulesOf(stack).flatMap(({ alert }) => alert ?? []);
    if (!config || !first || hasAlertmanager(stack)) return [];
    const server = alertmanagerService(stack);
    const count = others.length > 0 ? ` and ${String(others.length)} more` : '';
    return [
      {
        message: `alert "${first.text}"${count} ${count === '' ? 'goes' : 'go'} nowhere: prometheus.yml names no Alertmanager`,
        at: keyRange(config.root, 'alerting') ?? keyRange(config.root, 'rule_files') ?? documentStart(config.root),
        help: server
          ? `name "${server.service.name}:${String(server.port)}" in alerting.alertmanagers`
          : 'add an Alertmanager to the stack, and name it in alerting.alertmanagers',
        related: [
          { message: 'the first alert', at: first.at },
          ...(server ? [{ message: 'the Alertmanager of the stack', at: server.service.at }] : []),
        ],
        fix: server && fix(stack, `${server.service.name}:${String(server.port)}`),
      },
    ];
  },
};

function hasAlertmanager({ prometheus }: Stack): boolean {
  return items(child(prometheus?.config?.root, 'alerting', 'alertmanagers')).some((one) =>
    entries(one).some(([key]) => key === 'static_configs' || key.endsWith('_sd_configs')),
  );
}

/** The section before that of the rule files, where these stand as a block. */
function fix({ prometheus }: Stack, address: string): ProblemFix | undefined {
  const key = keyRange(prometheus?.config?.root, 'rule_files');
  if (!key || child(prometheus?.config?.root, 'alerting')) return undefined;
  const { file, start } = key;
  const lineStart = file.text.lastIndexOf('\n', start - 1) + 1;
  if (lineStart !== start) return undefined;
  const text = `alerting:\n  alertmanagers:\n    - static_configs:\n        - targets: ['${address}']\n`;
  return {
    safety: 'suggested',
    title: `send alerts to ${address}`,
    edits: [{ at: { file, start, end: start }, text }],
  };
}
