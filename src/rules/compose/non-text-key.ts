import type { YamlNode } from '../../model/yaml-node.js';
import type { Problem, StackRule } from '../rule.js';

/** Keys that YAML reads as numbers, booleans or nothing. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/non-text-key',
  severity: 'error',
  summary: 'a key without quotes that YAML reads as a number, a boolean or nothing',
  why: 'Compose refuses a mapping whose keys are not all texts.',
  remedy: 'write the key in quotes',
  check: ({ project }) => keyProblems(project.root, new Set()),
};

function keyProblems(node: YamlNode, seen: Set<YamlNode>): Problem[] {
  if (node.kind === 'scalar' || seen.has(node)) return [];
  seen.add(node);
  if (node.kind === 'sequence') return node.items.flatMap((item) => keyProblems(item, seen));
  const problems: Problem[] = [];
  for (const { key, value } of node.entries.values()) {
    if (typeof key.value !== 'string') {
      const kind = key.value === null ? 'nothing' : `a ${typeof key.value}`;
      problems.push({
        message: `the key "${key.text}" is read as ${kind}, expected a text`,
        at: key.at,
        help: `write "${key.text}" in quotes`,
      });
    }
    problems.push(...keyProblems(value, seen));
  }
  return problems;
}
