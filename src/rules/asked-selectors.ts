import type { ScalarNode } from '../model/yaml-node.js';
import type { SourceRange } from '../model/source.js';
import type { Stack } from '../model/stack.js';
import { ownerOf, valuesOf } from '../schema/values.js';
import { rangeInScalar } from '../yaml/scalar-offsets.js';
import { querySelectors } from './dashboard-expressions.js';
import { queriesOf } from './dashboard-queries.js';
import { parsedExpression, type Selector } from './expression-selectors.js';
import { asksOnlyPrometheus } from './sample-sources.js';

/** A selector of a rule or of a panel, with which the Prometheus of the stack is asked. */
export interface AskedSelector extends Selector {
  readonly node: ScalarNode;
  /** What it is in, for messages: `alert "HighLoad"`, `panel "Load"`. */
  readonly owner: () => string;
  /** Dashboards are often made for other stacks. */
  readonly of: 'rule' | 'panel';
}

/** Every selector of the rules, then of the dashboards where nothing but the Prometheus of the stack is asked. */
export function* askedSelectors(stack: Stack): Iterable<AskedSelector> {
  const dashboards = asksOnlyPrometheus(stack);
  for (const document of stack.documents) {
    if (document.kind === 'rules')
      for (const value of valuesOf(document, 'promql')) {
        const { node } = value;
        if (node.kind !== 'scalar') continue;
        for (const selector of parsedExpression(node, document).selectors)
          yield { ...selector, node, of: 'rule', owner: () => ownerOf(value) };
      }
    if (document.kind === 'dashboard' && dashboards)
      for (const query of queriesOf(document))
        for (const selector of querySelectors(query))
          yield { ...selector, node: query.node, of: 'panel', owner: () => query.owner };
  }
}

/** Where a part of an expression is written; undefined when a variable of Grafana stands there. */
export function writtenAt({ node }: AskedSelector, start: number, end: number): SourceRange | undefined {
  return /\$|\[\[/.test(node.text.slice(start, end)) ? undefined : rangeInScalar(node, start, end);
}
