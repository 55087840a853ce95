import { nearest } from '../model/nearest.js';
import { goRegexProblem } from './go-regex.js';
import type { Expr, ExprType } from './ast.js';
import { FUNCTIONS, REMOVED, type PromqlFunction, type ValueType } from './functions.js';
import { SyntaxFault, type PromqlProblem } from './lexer.js';
import { parsePromql } from './parse.js';

/** What the Prometheus that evaluates an expression can do. */
export interface Dialect {
  readonly major: number;
  /** It runs with `--enable-feature=promql-experimental-functions`. */
  readonly experimental: boolean;
}

/** An expression, checked: its tree when it could be parsed, and all that is wrong with it. */
export interface CheckedPromql {
  readonly expr?: Expr;
  readonly type: ExprType;
  readonly problems: readonly PromqlProblem[];
}

/** Parses an expression and checks its types, as Prometheus does when it loads a rule. Never throws on bad input. */
export function checkPromql(text: string, dialect: Dialect): CheckedPromql {
  try {
    const expr = parsePromql(text);
    const checker = new Checker(dialect);
    const type = checker.type(expr);
    return { expr, type, problems: checker.problems };
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    const { message, start, end } = error;
    return { type: undefined, problems: [{ message, start, end }] };
  }
}

const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=']);
const SETS = new Set(['and', 'or', 'unless']);
/** The type of an aggregation's parameter. */
const PARAMETERS: Readonly<Record<string, ValueType>> = {
  topk: 'scalar',
  bottomk: 'scalar',
  quantile: 'scalar',
  limitk: 'scalar',
  limit_ratio: 'scalar',
  count_values: 'string',
};

class Checker {
  readonly problems: PromqlProblem[] = [];

  constructor(private readonly dialect: Dialect) {}

  #say(message: string, { start, end }: { start: number; end: number }): void {
    this.problems.push({ message, start, end });
  }

  /** The type of an expression; what is wrong inside it is kept on the way. */
  type(expr: Expr): ExprType {
    switch (expr.kind) {
      case 'number':
        return 'scalar';
      case 'string':
        return 'string';
      case 'selector':
        return this.#selector(expr);
      case 'range':
        this.type(expr.of);
        return 'range vector';
      case 'subquery':
        this.#expect(expr.of, 'instant vector', 'a subquery');
        return 'range vector';
      case 'moved':
      case 'paren':
        return this.type(expr.of);
      case 'unary':
        return this.#unary(expr);
      case 'binary':
        return this.#binary(expr);
      case 'aggregate':
        return this.#aggregate(expr);
      case 'call':
        return this.#call(expr);
    }
  }

  #expect(expr: Expr, wanted: ValueType, where: string): void {
    const type = this.type(expr);
    if (type === undefined || type === wanted) return;
    const hint =
      wanted === 'range vector' && type === 'instant vector' && expr.kind === 'selector'
        ? `; write a range behind it, such as [5m]`
        : '';
    this.#say(`${where} needs ${article(wanted)}, but this is ${article(type)}${hint}`, expr);
  }

  #selector(expr: Extract<Expr, { kind: 'selector' }>): ExprType {
    for (const { operator, value, valueStart, valueEnd } of expr.matchers) {
      const problem = operator === '=~' || operator === '!~' ? goRegexProblem(value) : undefined;
      if (problem !== undefined)
        this.#say(`the regular expression "${value}" does not compile: ${problem}`, {
          start: valueStart,
          end: valueEnd,
        });
    }
    if (this.problems.length > 0) return 'instant vector';
    const names = expr.matchers.filter(({ label }) => label === '__name__');
    const twice = expr.metric === undefined ? names.filter(({ operator }) => operator === '=')[1] : names[0];
    if (twice) this.#say(`the metric's name is already set: it is "${expr.metric ?? names[0]?.value ?? ''}"`, twice);
    const narrows = expr.metric !== undefined || expr.matchers.some((matcher) => !matchesEmpty(matcher));
    if (!narrows)
      this.#say(
        'the selector matches every series: it needs a metric name, or a matcher that an absent label does not meet',
        expr,
      );
    return 'instant vector';
  }

  #unary(expr: Extract<Expr, { kind: 'unary' }>): ExprType {
    const type = this.type(expr.of);
    if (type === 'string' || type === 'range vector')
      this.#say(`"${expr.operator}" needs a scalar or an instant vector, but this is ${article(type)}`, expr.of);
    return type;
  }

  #binary(expr: Extract<Expr, { kind: 'binary' }>): ExprType {
    const left = this.type(expr.left);
    const right = this.type(expr.right);
    for (const [type, side] of [
      [left, expr.left],
      [right, expr.right],
    ] as const) {
      if (type === 'string' || type === 'range vector')
        this.#say(`"${expr.operator}" needs scalars or instant vectors, but this is ${article(type)}`, side);
    }
    const place = { start: expr.operatorStart, end: expr.operatorStart + expr.operator.length };
    if (expr.bool && !COMPARISONS.has(expr.operator)) this.#say('"bool" is only for comparisons', place);
    if (COMPARISONS.has(expr.operator) && !expr.bool && left === 'scalar' && right === 'scalar')
      this.#say(`a comparison of two scalars needs "bool": write "${expr.operator} bool"`, place);
    if (SETS.has(expr.operator) && (left === 'scalar' || right === 'scalar'))
      this.#say(`"${expr.operator}" is only for instant vectors`, place);
    this.#matching(expr, left === 'scalar' || right === 'scalar');
    return left === 'scalar' && right === 'scalar' ? 'scalar' : 'instant vector';
  }

  #matching({ operator, matching }: Extract<Expr, { kind: 'binary' }>, scalar: boolean): void {
    if (!matching) return;
    const word = matching.on ? 'on' : 'ignoring';
    if (scalar && matching.labels.length > 0)
      this.#say(`"${word}" is only for operations between instant vectors`, matching);
    if (SETS.has(operator) && matching.group !== undefined)
      this.#say(`"${matching.group}" is not for "${operator}"`, matching);
    const both = matching.on ? matching.include.find((label) => matching.labels.includes(label)) : undefined;
    if (both !== undefined && matching.group !== undefined)
      this.#say(`label "${both}" must not be in "on" and in "${matching.group}" at once`, matching);
  }

  #aggregate(expr: Extract<Expr, { kind: 'aggregate' }>): ExprType {
    const { operator, arguments: list } = expr;
    const name = { start: expr.start, end: expr.nameEnd };
    if ((operator === 'limitk' || operator === 'limit_ratio') && !this.dialect.experimental)
      this.#experimental(operator, name);
    const parameter = PARAMETERS[operator];
    const wanted = parameter === undefined ? 1 : 2;
    if (list.length !== wanted) {
      this.#say(`${operator} needs ${count(wanted)}, but has ${String(list.length)}`, name);
      for (const argument of list) this.type(argument);
      return 'instant vector';
    }
    const [first, second] = list;
    if (parameter !== undefined && first) this.#expect(first, parameter, `the parameter of ${operator}`);
    const vector = parameter === undefined ? first : second;
    if (vector) this.#expect(vector, 'instant vector', operator);
    return 'instant vector';
  }

  #call(expr: Extract<Expr, { kind: 'call' }>): ExprType {
    const { name, arguments: list } = expr;
    const place = { start: expr.start, end: expr.nameEnd };
    const known = this.#function(name);
    if (!known) {
      this.#unknown(name, place);
      for (const argument of list) this.type(argument);
      return undefined;
    }
    if (known.experimental && !this.dialect.experimental) this.#experimental(name, place);
    const most = known.repeats ? Infinity : known.arguments.length;
    const least = known.arguments.length - known.optional;
    if (list.length < least || list.length > most)
      this.#say(`${name} needs ${range(least, most)}, but has ${String(list.length)}`, place);
    list.forEach((argument, index) => {
      const wanted = known.arguments[Math.min(index, known.arguments.length - 1)];
      if (wanted === undefined) this.type(argument);
      else this.#expect(argument, wanted, name);
    });
    return known.returns;
  }

  #function(name: string): PromqlFunction | undefined {
    const successor = this.dialect.major < 3 ? REMOVED.get(name) : undefined;
    const known = FUNCTIONS.get(successor ?? name);
    return known && successor !== undefined ? { ...known, experimental: false } : known;
  }

  #unknown(name: string, place: { start: number; end: number }): void {
    const successor = REMOVED.get(name);
    const similar = nearest(name, [...FUNCTIONS.keys()]);
    const hint =
      successor !== undefined ? `; Prometheus 3 calls it ${successor}` : similar ? `; did you mean ${similar}?` : '';
    this.#say(`there is no function ${name}${hint}`, place);
  }

  #experimental(name: string, place: { start: number; end: number }): void {
    this.#say(`${name} is experimental: Prometheus needs --enable-feature=promql-experimental-functions for it`, place);
  }
}

function matchesEmpty({ operator, value }: { operator: string; value: string }): boolean {
  if (operator === '=') return value === '';
  if (operator === '!=') return value !== '';
  const matches = matchesNothing(value);
  return operator === '=~' ? matches : !matches;
}

function matchesNothing(pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 's').test('');
  } catch {
    return false;
  }
}

function article(type: ValueType): string {
  return `${type === 'instant vector' ? 'an' : 'a'} ${type}`;
}

function count(of: number): string {
  return of === 1 ? 'one argument' : `${String(of)} arguments`;
}

function range(least: number, most: number): string {
  if (most === Infinity) return `at least ${count(least)}`;
  return least === most ? (least === 0 ? 'no arguments' : count(least)) : `${String(least)} to ${count(most)}`;
}
