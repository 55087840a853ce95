import { builtin } from '../model/builtin.js';
import { items, text, child, type YamlNode } from '../model/yaml-node.js';
import { matchWhole, type Captures } from '../promql/go-regex.js';

/** Labels of a target while it is relabelled; a label without a value does not exist. */
export type Labels = ReadonlyMap<string, string>;

/** One entry of `relabel_configs` with its defaults filled in. */
export interface RelabelStep {
  readonly node: YamlNode;
  readonly action: string;
  readonly sources: readonly string[];
  readonly separator: string;
  readonly regex: string;
  readonly target: string;
  readonly replacement: string;
  readonly modulus: number;
}

/** Reads the steps. Defaults: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config */
export function relabelSteps(node: YamlNode | undefined): RelabelStep[] {
  return items(node).map((step) => ({
    node: step,
    action: (text(child(step, 'action')) ?? 'replace').toLowerCase(),
    sources: items(child(step, 'source_labels')).flatMap((label) => text(label) ?? []),
    separator: text(child(step, 'separator')) ?? ';',
    regex: text(child(step, 'regex')) ?? '(.*)',
    target: text(child(step, 'target_label')) ?? '',
    replacement: text(child(step, 'replacement')) ?? '$1',
    modulus: Number(text(child(step, 'modulus')) ?? 0),
  }));
}

/** The labels after all steps, or the step that drops the target. Throws for a pattern that does not compile. */
export function relabel(labels: Labels, steps: readonly RelabelStep[]): Labels | RelabelStep {
  let current = labels;
  for (const step of steps) {
    const next = apply(current, step);
    if (next === undefined) return step;
    current = next;
  }
  return current;
}

/** Whether `relabel` answered with labels, not with the step that drops. */
export function isKept(result: Labels | RelabelStep): result is Labels {
  return result instanceof Map;
}

/** The labels after one step; undefined when it drops the target. */
function apply(labels: Labels, step: RelabelStep): Labels | undefined {
  const value = step.sources.map((label) => labels.get(label) ?? '').join(step.separator);
  switch (step.action) {
    case 'keep':
      return matchWhole(step.regex, value) ? labels : undefined;
    case 'drop':
      return matchWhole(step.regex, value) ? undefined : labels;
    case 'keepequal':
      return value === (labels.get(step.target) ?? '') ? labels : undefined;
    case 'dropequal':
      return value === (labels.get(step.target) ?? '') ? undefined : labels;
    case 'lowercase':
      return withLabel(labels, step.target, value.toLowerCase());
    case 'uppercase':
      return withLabel(labels, step.target, value.toUpperCase());
    case 'hashmod':
      return step.modulus > 0 ? withLabel(labels, step.target, hashModulo(value, step.modulus)) : labels;
    case 'replace':
      return replaced(labels, step, matchWhole(step.regex, value));
    case 'labelmap':
      return mapped(labels, step);
    case 'labeldrop':
      return new Map([...labels].filter(([name]) => !matchWhole(step.regex, name)));
    case 'labelkeep':
      return new Map([...labels].filter(([name]) => matchWhole(step.regex, name)));
    default:
      return labels;
  }
}

function replaced(labels: Labels, step: RelabelStep, captures: Captures | undefined): Labels {
  if (!captures) return labels;
  return withLabel(labels, expanded(step.target, captures), expanded(step.replacement, captures));
}

function mapped(labels: Labels, step: RelabelStep): Labels {
  const result = new Map(labels);
  for (const [name, value] of labels) {
    const captures = matchWhole(step.regex, name);
    if (captures) result.set(expanded(step.replacement, captures), value);
  }
  return result;
}

function withLabel(labels: Labels, name: string, value: string): Labels {
  const result = new Map(labels);
  if (value === '') result.delete(name);
  else if (name !== '') result.set(name, value);
  return result;
}

/** `$1`, `${1}`, `$name`, `$$` as Go expands them: a name is as long as letters, digits and underscores go on. */
function expanded(template: string, captures: Captures): string {
  return template.replaceAll(/\$(?:(\$)|(\w+)|\{(\w+)\})/g, (_, dollar?: string, plain?: string, braced?: string) => {
    if (dollar !== undefined) return '$';
    const name = plain ?? braced ?? '';
    return (/^\d+$/.test(name) ? captures.numbered[Number(name)] : captures.named(name)) ?? '';
  });
}

/** The last eight bytes of the MD5 sum as a number, as Prometheus spreads targets over servers. */
function hashModulo(value: string, modulus: number): string {
  const digest = builtin.crypto().createHash('md5').update(value).digest();
  return String(digest.readBigUInt64BE(8) % BigInt(Math.trunc(modulus)));
}
