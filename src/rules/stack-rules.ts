import { prometheusDurationMs } from '../model/duration.js';
import type { Located } from '../model/source.js';
import type { Stack } from '../model/stack.js';
import { child, entries, text, type MappingNode, type ScalarNode } from '../model/yaml-node.js';
import { mappingsOf } from '../schema/values.js';

/** A rule of a rule file and the group that it is in. */
export interface RuleOfStack {
  readonly node: MappingNode;
  readonly group?: MappingNode | undefined;
  readonly alert?: ScalarNode | undefined;
  readonly record?: string | undefined;
}

interface All {
  readonly rules: readonly RuleOfStack[];
  readonly recorded: ReadonlySet<string>;
}

const known = new WeakMap<Stack, All>();

/** Every rule of the files that Prometheus reads. */
export function rulesOf(stack: Stack): readonly RuleOfStack[] {
  return allOf(stack).rules;
}

/** The names of the metrics that rules record. */
export function recordedMetrics(stack: Stack): ReadonlySet<string> {
  return allOf(stack).recorded;
}

function allOf(stack: Stack): All {
  let all = known.get(stack);
  if (!all) {
    const rules = stack.documents.filter(({ kind }) => kind === 'rules').flatMap((one) => mappingsOf(one, 'rule'));
    const read = rules.map(({ node, inside }): RuleOfStack => {
      const alert = child(node, 'alert');
      return {
        node,
        group: inside?.node,
        alert: alert?.kind === 'scalar' && text(alert) !== undefined ? alert : undefined,
        record: text(child(node, 'record')),
      };
    });
    all = { rules: read, recorded: new Set(read.flatMap(({ record }) => record ?? [])) };
    known.set(stack, all);
  }
  return all;
}

/** The labels that a rule gives to what it produces: those of its group, and its own over them. */
export function labelsOf({ node, group }: RuleOfStack): Map<string, Located<string>> {
  const written = [...entries(child(group, 'labels')), ...entries(child(node, 'labels'))];
  return new Map(written.map(([name, { value }]) => [name, { value: text(value) ?? '', at: value.at }]));
}

/** How often a rule is evaluated. */
export function evaluationIntervalMs(stack: Stack, { group }: RuleOfStack): number {
  const own = prometheusDurationMs(text(child(group, 'interval')) ?? '');
  const global = prometheusDurationMs(
    text(child(stack.prometheus?.config?.root, 'global', 'evaluation_interval')) ?? '',
  );
  return own || global || 60_000;
}
