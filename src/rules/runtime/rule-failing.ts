import type { LoadedRule } from '../../model/server-facts.js';
import { child, text, type YamlNode } from '../../model/yaml-node.js';
import { loadedGroups } from '../loaded-rules.js';
import type { Problem, RuntimeRule } from '../rule.js';

const LONGEST = 200;

/** Rules that cannot be evaluated on the data that is there. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/rule-failing',
  severity: 'error',
  stage: 'verify',
  summary: 'a rule fails when Prometheus evaluates it',
  why: 'A rule that fails gives nothing: its alert never fires, its series is never recorded, and the log of Prometheus is the only place that tells.',
  remedy: 'match with `on(…)` and `group_left`, or aggregate one side with `sum by (…)`',
  judge: (run) =>
    loadedGroups(run).flatMap(({ rules, loaded, name }) => {
      // Otherwise nobody knows which is which.
      if (loaded.length !== rules.length) return [];
      return rules.flatMap((node, index): Problem[] => {
        const one = loaded[index];
        const error = one && errorOf(one);
        return one && error !== undefined ? [problem(node, one, name, error)] : [];
      });
    }),
};

/** What Prometheus says of the last evaluation; when that had no data yet, what a query answered after it. */
function errorOf({ health, lastError, queryError }: LoadedRule): string | undefined {
  return health === 'err' ? lastError : queryError;
}

function problem(node: YamlNode, { name, kind }: LoadedRule, group: string, error: string): Problem {
  const what = kind === 'alerting' ? `alert "${name}"` : `recording rule "${name}"`;
  const expression = child(node, 'expr');
  const said = error.replaceAll(/\s+/g, ' ');
  return {
    message: `${what} of group "${group}" fails when it is evaluated: ${said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said}`,
    cause: 'rule-fails',
    at: (expression ?? node).at,
    help: helpFor(error),
    subject: { rule: name },
    evidence: [`expression: ${(text(expression) ?? '').replaceAll(/\s+/g, ' ').trim()}`, `Prometheus: ${error}`],
  };
}

function helpFor(error: string): string | undefined {
  if (/many-to-many|must be explicit|duplicate series/.test(error))
    return 'name the labels that match in `on(…)` with `group_left` or `group_right`, or aggregate one side with `sum by (…)`';
  if (/same labelset/.test(error))
    return 'keep a label that tells the results apart, or aggregate them with `sum by (…)`';
  return undefined;
}
