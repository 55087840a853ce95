import { prometheusDurationMs } from '../model/duration.js';
import type { SourceRange } from '../model/source.js';
import type { Stack } from '../model/stack.js';
import type { ScalarNode } from '../model/yaml-node.js';
import type { Expr, Matcher } from '../promql/ast.js';
import { SyntaxFault } from '../promql/lexer.js';
import { parsePromql } from '../promql/parse.js';
import { ownerOf, valuesOf } from '../schema/values.js';
import { rangeInScalar } from '../yaml/scalar-offsets.js';
import { queriesOf } from './dashboard-queries.js';

/** An expression that Prometheus is asked to evaluate, by a rule or by a panel. */
export interface Query {
  readonly node: ScalarNode;
  /** How messages call it: `alert "AgentDown"`, `panel "Calls"`. */
  readonly owner: string;
  readonly of: 'rule' | 'panel';
}

const known = new WeakMap<Stack, readonly Query[]>();

/** Every expression of the rules that Prometheus loads, and of the panels of dashboards that have no variables. */
export function queriesIn(stack: Stack): readonly Query[] {
  let queries = known.get(stack);
  if (!queries) known.set(stack, (queries = [...ofRules(stack), ...ofPanels(stack)]));
  return queries;
}

function ofRules({ documents }: Stack): Query[] {
  return documents
    .filter(({ kind }) => kind === 'rules')
    .flatMap((document) =>
      valuesOf(document, 'promql').flatMap((value): Query[] =>
        value.node.kind === 'scalar' ? [{ node: value.node, owner: ownerOf(value), of: 'rule' }] : [],
      ),
    );
}

function ofPanels({ documents }: Stack): Query[] {
  return documents
    .filter(({ kind }) => kind === 'dashboard')
    .flatMap((document) =>
      queriesOf(document).flatMap(({ node, kind, plugin, owner }): Query[] =>
        kind === 'expression' && plugin === 'prometheus' && !node.text.includes('$') && !node.text.includes('[[')
          ? [{ node, owner, of: 'panel' }]
          : [],
      ),
    );
}

/** A selector of an expression, and what it is a part of. */
export interface Selector {
  readonly metric?: string | undefined;
  readonly matchers: readonly Matcher[];
  readonly start: number;
  readonly end: number;
  /** The range that it is asked for, as in `[5m]`. */
  readonly range?: { readonly ms: number; readonly start: number; readonly end: number } | undefined;
  /** The function that the range goes into. */
  readonly caller?: string | undefined;
}

/** The selectors of an expression; none when it cannot be parsed, which is a finding of its own. */
export function selectorsOf({ node }: Query): Selector[] {
  try {
    return collect(parsePromql(node.text), node.text, undefined);
  } catch (error) {
    if (error instanceof SyntaxFault) return [];
    throw error;
  }
}

function collect(expr: Expr, text: string, caller: string | undefined): Selector[] {
  switch (expr.kind) {
    case 'selector':
      return [{ ...expr, caller }];
    case 'range':
      return collect(expr.of, text, caller).map((selector) => ({ ...selector, range: rangeAfter(expr, text) }));
    case 'subquery':
    case 'moved':
    case 'paren':
    case 'unary':
      return collect(expr.of, text, expr.kind === 'subquery' ? undefined : caller);
    case 'binary':
      return [...collect(expr.left, text, undefined), ...collect(expr.right, text, undefined)];
    case 'aggregate':
      return expr.arguments.flatMap((argument) => collect(argument, text, undefined));
    case 'call':
      return expr.arguments.flatMap((argument) => collect(argument, text, expr.name));
    case 'number':
    case 'string':
      return [];
  }
}

function rangeAfter(expr: Extract<Expr, { kind: 'range' }>, text: string): Selector['range'] {
  const written = /\[\s*(\w+)\s*\]\s*$/.exec(text.slice(expr.of.end, expr.end));
  const ms = written?.[1] === undefined ? undefined : prometheusDurationMs(written[1]);
  if (!written || ms === undefined) return undefined;
  const start = expr.of.end + written.index + written[0].indexOf(written[1] ?? '');
  return { ms, start, end: start + (written[1]?.length ?? 0) };
}

/** Where a part of an expression stands in its file. */
export function placeIn({ node }: Query, start: number, end: number): SourceRange {
  return rangeInScalar(node, start, end);
}
