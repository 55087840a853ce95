import type { ScalarNode } from '../model/yaml-node.js';
import type { PromqlProblem } from '../promql/lexer.js';
import type { DashboardQuery } from './dashboard-queries.js';
import { withoutVariables } from './dashboard-variables.js';
import { parse, type ParsedExpression, type Selector } from './expression-selectors.js';

/** Plugins that take PromQL as it is. */
const PROMETHEUS = new Set(['prometheus', 'grafana-amazonprometheus-datasource', 'grafana-azureprometheus-datasource']);

/** What is wrong with a query for Prometheus; offsets into its text. Nothing for what another plugin is asked. */
export function queryProblems(query: DashboardQuery): PromqlProblem[] {
  const { node, kind } = query;
  if (!isPromql(query)) return [];
  return kind === 'expression' ? problemsIn(parsedQuery(node), node.text, 0) : variableProblems(node.text);
}

/** The selectors of an expression that Prometheus is asked; what stands for a variable is in them as some word or number. */
export function querySelectors(query: DashboardQuery): readonly Selector[] {
  return query.kind === 'expression' && isPromql(query) ? (parsedQuery(query.node)?.selectors ?? []) : [];
}

function isPromql({ node, kind, plugin }: DashboardQuery): boolean {
  return plugin === undefined ? looksLikePromql(node.text, kind) : PROMETHEUS.has(plugin);
}

/** A query without its variables, and what it is parsed to. */
type ParsedQuery = ParsedExpression & { readonly neutral: string };

const parsed = new WeakMap<ScalarNode, ParsedQuery | 'unknown'>();

function parsedQuery(node: ScalarNode): ParsedQuery | undefined {
  let known = parsed.get(node);
  if (!known) parsed.set(node, (known = parseQuery(node.text) ?? 'unknown'));
  return known === 'unknown' ? undefined : known;
}

/** One that Prometheus of any version may be asked. */
function parseQuery(text: string): ParsedQuery | undefined {
  const neutral = withoutVariables(text);
  if (neutral === undefined || neutral.trim() === '') return undefined;
  return { ...parse(neutral, { major: 3, experimental: true }), neutral };
}

/**
 * Where nothing tells the plugin. Loki's language is the other one whose queries are in the same place: it has pipes, and
 * filters of lines after a selector. Variables of other plugins may be anything but calls of Prometheus' functions.
 */
function looksLikePromql(text: string, kind: DashboardQuery['kind']): boolean {
  if (kind === 'variable' && !/^\s*(?:label_values|query_result|metrics)\(/.test(text)) return false;
  const isFilter = /\}\s*(?:!=|!~)\s*["`]/.test(text);
  return !isFilter && !text.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/gs, '').includes('|');
}

function expressionProblems(text: string, offset: number): PromqlProblem[] {
  return problemsIn(parseQuery(text), text, offset);
}

function problemsIn(query: ParsedQuery | undefined, text: string, offset: number): PromqlProblem[] {
  return (query?.problems ?? []).map(({ message, start, end }) => ({
    message: original(message, query?.neutral ?? text, text, start, end),
    start: start + offset,
    end: end + offset,
  }));
}

/** A message that quotes what was put in place of a variable quotes the variable. */
function original(message: string, neutral: string, text: string, start: number, end: number): string {
  const quoted = neutral.slice(start, end);
  return quoted === '' ? message : message.replace(`"${quoted}"`, `"${text.slice(start, end)}"`);
}

/** The functions that a variable's query may call, by Grafana's plugin for Prometheus; anything else is a selector. */
function variableProblems(text: string): PromqlProblem[] {
  if (/^\s*label_names\(.*\)\s*$/s.test(text)) return [];
  const names = /^(\s*metrics\()(.*)\)\s*$/s.exec(text);
  if (names) return regexProblems(names[2] ?? '', names[1]?.length ?? 0);
  const result = /^(\s*query_result\()(.*)\)\s*$/s.exec(text);
  if (result) return expressionProblems(result[2] ?? '', result[1]?.length ?? 0);
  const values = /^(\s*label_values\()(?:(.*),)?\s*([^\s,()]*)\s*\)\s*$/s.exec(text);
  if (values) return values[2] === undefined ? [] : expressionProblems(values[2], values[1]?.length ?? 0);
  return expressionProblems(text, 0);
}

function regexProblems(text: string, offset: number): PromqlProblem[] {
  try {
    new RegExp(text.replaceAll(/\$(?:\w+|\{[^}]+\})|\[\[\w+(?::\w+)?\]\]/g, 'x'));
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /s, '') : '';
    return [{ message: `invalid regular expression: ${reason}`, start: offset, end: offset + text.length }];
  }
}
