import type { Stack } from '../../model/stack.js';
import { child, entries, items, keyRange, text, type YamlNode } from '../../model/yaml-node.js';
import { mappingsOf } from '../../schema/values.js';
import { knownOf } from '../known-service.js';
import { listeningPorts } from '../listening-ports.js';
import { documentStart } from '../schema-problems.js';
import type { ProblemFix, StackRule } from '../rule.js';

/** Alerts that nobody is told of. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'alerting/no-alertmanager',
  severity: 'warning',
  summary: 'Prometheus has alerting rules, but no Alertmanager to send the alerts to',
  why: 'Prometheus only evaluates alerting rules. Without an Alertmanager alerts show on its own page, and nobody is told of them.',
  remedy: 'name an Alertmanager under alerting.alertmanagers of prometheus.yml',
  check(stack) {
    const config = stack.prometheus?.config;
    if (!config || items(child(config.root, 'alerting', 'alertmanagers')).length > 0) return [];
    const alerts = alertsOf(stack);
    const [first] = alerts;
    if (!first) return [];
    const service = stack.project.services.find((one) => knownOf(one)?.role === 'alertmanager');
    const port = service && listeningPorts(service)[0]?.port;
    const address = service && `${service.name}:${String(port ?? 9093)}`;
    return [
      {
        message: `${alerts.length === 1 ? `alert "${first.name}" reaches` : `${String(alerts.length)} alerts, such as "${first.name}", reach`} nobody: prometheus.yml names no Alertmanager`,
        at: keyRange(config.root, 'rule_files') ?? documentStart(config.root),
        help:
          address === undefined
            ? 'run an Alertmanager, and name it under alerting.alertmanagers'
            : `name "${address}" under alerting.alertmanagers`,
        related: [
          { message: `alert "${first.name}"`, at: first.at },
          ...(service ? [{ message: 'the Alertmanager of the stack', at: service.at }] : []),
        ],
        fix: address === undefined ? undefined : appended(stack, config.root, address),
      },
    ];
  },
};

function alertsOf({ documents }: Stack): { readonly name: string; readonly at: YamlNode['at'] }[] {
  return documents
    .filter(({ kind }) => kind === 'rules')
    .flatMap((document) =>
      mappingsOf(document, 'rule').flatMap(({ node }) => {
        const alert = child(node, 'alert');
        const name = text(alert);
        return alert && name !== undefined ? [{ name, at: alert.at }] : [];
      }),
    );
}

/** The section at the end of the file, when it has none and is written in block style. */
function appended({ files }: Stack, root: YamlNode, address: string): ProblemFix | undefined {
  const { file } = root.at;
  const isFlow = /^\s*\{/.test(file.text.slice(root.at.start));
  if (!files.includes(file) || isFlow || entries(root).some(([key]) => key === 'alerting')) return undefined;
  const end = file.text.length;
  const before = file.text === '' || file.text.endsWith('\n') ? '' : '\n';
  const section = `${before}\nalerting:\n  alertmanagers:\n    - static_configs:\n        - targets: ["${address}"]\n`;
  return {
    safety: 'suggested',
    title: `add "${address}" as the Alertmanager`,
    edits: [{ at: { file, start: end, end }, text: section }],
  };
}
