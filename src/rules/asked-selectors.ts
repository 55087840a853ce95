import type { ScalarNode } from '../model/yaml-node.js';
import type { SourceRange } from '../model/source.js';
import type { Stack } from '../model/stack.js';
import { ownerOf, valuesOf } from '../schema/values.js';
import { rangeInScalar } from '../yaml/scalar-offsets.js';
import { querySelectors } from './dashboard-expressions.js';
import { queriesOf } from './dashboard-queries.js';
import { parsedExpression, type Selector } from './expression-selectors.js';
import { asksOnlyPrometheus } from './sample-sources.js';

/** An expression of a rule or of a panel, with which the Prometheus of the stack is asked. */
export interface AskedExpression {
  readonly node: ScalarNode;
  /** Dashboards are often made for other stacks. */
  readonly of: 'rule' | 'panel';
  /** What it is in, for messages: `alert "HighLoad"`, `panel "Load"`. */
  readonly owner: () => string;
  readonly selectors: readonly Selector[];
}

const known = new WeakMap<Stack, readonly AskedExpression[]>();

/** Every expression of the rules, then of the dashboards where nothing but the Prometheus of the stack is asked. */
export function askedExpressions(stack: Stack): readonly AskedExpression[] {
  let expressions = known.get(stack);
  if (!expressions) known.set(stack, (expressions = [...ofRules(stack), ...ofPanels(stack)]));
  return expressions;
}

function* ofRules(stack: Stack): Iterable<AskedExpression> {
  for (const document of stack.documents)
    if (document.kind === 'rules')
      for (const value of valuesOf(document, 'promql')) {
        const { node } = value;
        if (node.kind !== 'scalar') continue;
        const { selectors } = parsedExpression(node, document);
        if (selectors.length > 0) yield { node, of: 'rule', owner: () => ownerOf(value), selectors };
      }
}

function* ofPanels(stack: Stack): Iterable<AskedExpression> {
  const dashboards = stack.documents.filter(({ kind }) => kind === 'dashboard');
  if (dashboards.length === 0 || !asksOnlyPrometheus(stack)) return;
  for (const document of dashboards)
    for (const query of queriesOf(document)) {
      const selectors = querySelectors(query);
      if (selectors.length > 0) yield { node: query.node, of: 'panel', owner: () => query.owner, selectors };
    }
}

/** Where a part of an expression is written; undefined when a variable of Grafana stands there. */
export function writtenAt({ node }: AskedExpression, start: number, end: number): SourceRange | undefined {
  return /\$|\[\[/.test(node.text.slice(start, end)) ? undefined : rangeInScalar(node, start, end);
}
