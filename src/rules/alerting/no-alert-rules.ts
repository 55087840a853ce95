import { child, items, keyRange } from '../../model/yaml-node.js';
import type { StackRule } from '../rule.js';
import { hasUnseenFiles } from '../sample-sources.js';
import { rulesOf } from '../stack-rules.js';

/** An Alertmanager that Prometheus never tells anything. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'alerting/no-alert-rules',
  severity: 'notice',
  summary: 'Prometheus has an Alertmanager, and no alerting rule',
  why: 'Prometheus sends an Alertmanager what its alerting rules find. Without such a rule nothing is ever sent.',
  remedy: 'write alerting rules and name their files in rule_files, or remove the section alerting',
  check(stack) {
    const config = stack.prometheus?.config;
    const servers = child(config?.root, 'alerting', 'alertmanagers');
    if (!config || items(servers).length === 0 || stack.problems.some(({ severity }) => severity === 'error'))
      return [];
    if (hasUnseenFiles(stack) || rulesOf(stack).some(({ alert }) => alert)) return [];
    const records = rulesOf(stack).length;
    const what = records > 0 ? `its rules (${String(records)}) only record` : 'there is no rule';
    return [
      {
        message: `prometheus.yml names an Alertmanager, but no alerting rule: ${what}`,
        at: keyRange(config.root, 'alerting'),
      },
    ];
  },
};
