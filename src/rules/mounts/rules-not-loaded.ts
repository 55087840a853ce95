import { items, child } from '../../model/yaml-node.js';
import type { StackRule } from '../rule.js';
import { namingDocuments, nearestEntry, startOf } from '../idle-file.js';

/** Files of rules that no entry of rule_files matches. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'mounts/rules-not-loaded',
  severity: 'warning',
  summary: 'a file with rules is mounted into the container of Prometheus, and no entry of rule_files matches it',
  why: 'Prometheus loads the files that rule_files names and no other. Rules in any other file never fire, and nothing says so.',
  remedy: 'add the path to rule_files, or move the file to where a pattern matches',
  check: (stack) => {
    const { prometheus } = stack;
    if (!prometheus) return [];
    const [main] = namingDocuments(stack);
    const entries = new Set(items(child(main?.root, 'rule_files')));
    const references = main?.references.filter(({ node }) => entries.has(node)) ?? [];
    return prometheus.idle
      .filter(({ kind }) => kind === 'rules')
      .map((idle) => {
        const near = nearestEntry(references, idle.containerPath);
        return {
          message: near
            ? `no entry of rule_files matches "${idle.containerPath}", so these rules are not loaded`
            : `there are no rule_files in the configuration of Prometheus, so these rules at "${idle.containerPath}" are not loaded`,
          at: startOf(idle, /^groups(?=:)/m),
          help: near
            ? `add "${idle.containerPath}" to rule_files, or mend the nearest entry, "${near.written}"`
            : `add it to the configuration: rule_files: ["${idle.containerPath}"]`,
          related: near ? [{ message: 'the nearest entry of rule_files', at: near.node.at }] : [],
          subject: { service: prometheus.service.name },
        };
      });
  },
};
