import type { StaticRule } from '../rule.js';

/** Entries of rule_files that stand for no file. */
export const rule: StaticRule = {
  scope: 'static',
  code: 'prometheus/rule-file-missing',
  severity: 'warning',
  summary: 'an entry of rule_files names no file that is mounted into the container',
  why: 'Prometheus starts without a word when a rule file is not there, and the alerts in it never fire.',
  remedy: 'mount the directory with the rule files into the Prometheus container, or mend the path',
  check(stack) {
    const prometheus = stack.prometheus;
    return (prometheus?.config?.ruleGlobs ?? [])
      .filter(({ matches }) => matches?.length === 0)
      .map(({ pattern, containerPattern }) => ({
        message: `rule_files entry "${pattern.value}" names no file: nothing of the project is at ${containerPattern} in the container of service "${prometheus?.service.name ?? ''}"`,
        at: pattern.at,
      }));
  },
};
