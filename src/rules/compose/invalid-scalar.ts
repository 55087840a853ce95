import { COMPOSE_CASTS, castText, type Cast } from '../../model/compose-casts.js';
import { pathTable } from '../../model/path-table.js';
import type { ScalarNode, YamlNode } from '../../model/yaml-node.js';
import { placesOf, problemsOfStages, quoted } from '../compose-places.js';
import type { Problem, StackRule } from '../rule.js';

const EXPECTED: Readonly<Record<Cast, string>> = {
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};
const NOT_NEGATIVE = pathTable(
  Object.fromEntries(
    ['scale', 'deploy.replicas', 'healthcheck.retries', 'ports.[].target'].map((path) => [`services.*.${path}`, true]),
  ),
);
/** Go reads such a plain scalar as a date, for which a compose file has no place. */
const DATE =
  /^\d{4}-\d{1,2}-\d{1,2}(?:(?:[Tt]|[ \t]+)\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:[ \t]*(?:Z|[-+]\d{1,2}(?::?\d{2})?))?)?$/;

/** Texts where Compose wants a number or a switch, numbers below zero, and dates. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/invalid-scalar',
  severity: 'error',
  summary: 'a text cannot be read as the number or switch that is wanted, or is read as a date',
  why: 'Compose turns texts and variables into the kind of value that a key wants, and refuses the file where it cannot.',
  remedy: 'write a value of the expected kind; put what looks like a date in quotes',
  check({ project }) {
    // How many containers a service has is asked only of those that take part.
    const off = new Set(
      project.inactive.flatMap(({ name }) => [`services.${name}.scale`, `services.${name}.deploy.replicas`]),
    );
    return problemsOfStages(project.stages, (root) => scalarProblems(root, off));
  },
};

function scalarProblems(root: YamlNode, off: ReadonlySet<string>): Problem[] {
  return [
    ...placesOf(root, COMPOSE_CASTS).flatMap(({ node, value, name }) =>
      node.kind === 'scalar' && typeof node.value === 'string' && castText(node.text, value) === undefined
        ? { message: `"${name}" is ${quoted(node)}, expected ${EXPECTED[value]}`, at: node.at }
        : [],
    ),
    ...placesOf(root, NOT_NEGATIVE).flatMap(({ node, name }) =>
      node.kind === 'scalar' && typeof node.value === 'number' && node.value < 0 && !off.has(name)
        ? { message: `"${name}" is ${quoted(node)}, expected zero or more`, at: node.at }
        : [],
    ),
    ...dates(root, '', new Set()),
  ];
}

function dates(node: YamlNode, name: string, seen: Set<YamlNode>): Problem[] {
  if (node.kind === 'scalar') return isDate(node) ? [dateProblem(node, name)] : [];
  if (seen.has(node)) return [];
  seen.add(node);
  if (node.kind === 'sequence') return node.items.flatMap((item) => dates(item, name, seen));
  const problems: Problem[] = [];
  for (const [key, { value }] of node.entries) if (!key.startsWith('x-')) problems.push(...dates(value, key, seen));
  return problems;
}

function isDate({ style, value, text, tag }: ScalarNode): boolean {
  return style === 'plain' && typeof value === 'string' && tag === undefined && DATE.test(text);
}

function dateProblem(node: ScalarNode, name: string): Problem {
  const help = `write "${node.text}" in quotes`;
  return { message: `"${name}" is ${node.text}, which YAML reads as a date; a text is expected`, at: node.at, help };
}
