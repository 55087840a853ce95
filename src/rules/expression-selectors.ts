import type { Document } from '../model/document.js';
import type { ScalarNode } from '../model/yaml-node.js';
import type { Expr, Matcher } from '../promql/ast.js';
import { checkPromql, type CheckedPromql, type Dialect } from '../promql/check.js';
import { prometheusDurationMs } from '../model/duration.js';

/** A selector of an expression, and how far back it looks. */
export interface Selector {
  readonly metric?: string | undefined;
  readonly matchers: readonly Matcher[];
  readonly start: number;
  readonly end: number;
  /** The range in brackets, with what stands between them. */
  readonly range?: { readonly ms: number; readonly start: number; readonly end: number } | undefined;
  /** The function that it is an argument of. */
  readonly call?: string | undefined;
}

/** What is kept of an expression that was parsed: the tree is not, since there may be ten thousand. */
export interface ParsedExpression extends Omit<CheckedPromql, 'expr'> {
  /** None when it cannot be parsed. */
  readonly selectors: readonly Selector[];
}

const parsed = new WeakMap<ScalarNode, ParsedExpression>();
const NONE: readonly Selector[] = [];

/** Parses the expression of a rule, once for all rules that look at it. */
export function parsedExpression(node: ScalarNode, document: Document): ParsedExpression {
  let known = parsed.get(node);
  if (!known) parsed.set(node, (known = parse(node.text, dialectOf(document))));
  return known;
}

/** The same for another text than the one of the file, such as a query whose variables are replaced. */
export function parse(text: string, dialect: Dialect): ParsedExpression {
  const { expr, type, problems } = checkPromql(text, dialect);
  return { type, problems, selectors: expr && problems.length === 0 ? selectorsOf(expr, text) : NONE };
}

/** What the Prometheus of the stack understands. */
function dialectOf({ version }: Document): Dialect {
  return {
    major: version.major,
    experimental: version.features?.includes('promql-experimental-functions') ?? false,
  };
}

function selectorsOf(expr: Expr, text: string): readonly Selector[] {
  const found: Selector[] = [];
  const visit = (one: Expr, call: string | undefined, range: Selector['range']): void => {
    switch (one.kind) {
      case 'selector':
        found.push({ metric: one.metric, matchers: one.matchers, start: one.start, end: one.end, range, call });
        return;
      case 'range':
        visit(one.of, call, rangeOf(one.of.end, one.end, text));
        return;
      case 'subquery':
        visit(one.of, undefined, undefined);
        return;
      case 'moved':
      case 'paren':
        visit(one.of, call, range);
        return;
      case 'unary':
        visit(one.of, undefined, undefined);
        return;
      case 'binary':
        visit(one.left, undefined, undefined);
        visit(one.right, undefined, undefined);
        return;
      case 'aggregate':
        for (const argument of one.arguments) visit(argument, undefined, undefined);
        return;
      case 'call':
        for (const argument of one.arguments) visit(argument, one.name, undefined);
        return;
      case 'number':
      case 'string':
        return;
    }
  };
  visit(expr, undefined, undefined);
  return found;
}

/** The duration between the brackets that follow a selector. */
function rangeOf(from: number, end: number, text: string): Selector['range'] {
  const open = text.indexOf('[', from);
  const written = text.slice(open + 1, end - 1);
  const start = open + 1 + (written.length - written.trimStart().length);
  const ms = prometheusDurationMs(written.trim()) ?? Number(written) * 1000;
  return Number.isFinite(ms) && ms > 0 ? { ms, start, end: start + written.trim().length } : undefined;
}
