import { prometheusDurationMs } from '../model/duration.js';
import type { Expr, Matcher, Matching } from './ast.js';
import { AGGREGATORS, SyntaxFault, tokenize, type Token } from './lexer.js';

/** Binary operators from the loosest to the tightest. */
const LEVELS: readonly (readonly string[])[] = [
  ['or'],
  ['and', 'unless'],
  ['==', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%', 'atan2'],
];
/** Deeper nesting than any query has; it would exhaust the stack. */
const DEEPEST = 500;
/** Keywords that may also name a metric. */
const NOT_METRICS = new Set(['bool', 'on', 'ignoring', 'group_left', 'group_right', 'atan2', 'number']);

/** Parses an expression. Throws SyntaxFault at the first place that is not PromQL. */
export function parsePromql(text: string): Expr {
  return new Parser(tokenize(text)).whole();
}

class Parser {
  #next = 0;
  #depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expr {
    if (this.#peek().kind === 'end') throw fault('the expression is empty', this.#peek());
    const expr = this.#binary(0);
    const rest = this.#peek();
    if (rest.kind !== 'end')
      throw fault(`unexpected ${shown(rest)}${rest.kind === '=' ? '; a comparison is "=="' : ''}`, rest);
    return expr;
  }

  #peek(ahead = 0): Token {
    const token = this.tokens[Math.min(this.#next + ahead, this.tokens.length - 1)];
    if (!token) throw new Error('the token list has no end');
    return token;
  }

  #take(): Token {
    const token = this.#peek();
    this.#next++;
    return token;
  }

  #expect(kind: string, where: string): Token {
    const token = this.#take();
    if (token.kind !== kind) throw fault(`unexpected ${shown(token)} ${where}, expected "${kind}"`, token);
    return token;
  }

  #accept(kind: string): Token | undefined {
    return this.#peek().kind === kind ? this.#take() : undefined;
  }

  #binary(level: number): Expr {
    const operators = LEVELS[level];
    if (!operators) return this.#unary();
    let left = this.#binary(level + 1);
    while (operators.includes(this.#peek().kind)) left = this.#operation(left, () => this.#binary(level + 1));
    return left;
  }

  /** A sign binds looser than a power: `-2 ^ 2` is `-(2 ^ 2)`. */
  #unary(): Expr {
    const sign = this.#peek();
    if (sign.kind !== '-' && sign.kind !== '+') return this.#power();
    if (++this.#depth > DEEPEST) throw fault('the expression is nested too deeply', sign);
    this.#take();
    const of = this.#unary();
    this.#depth--;
    return { kind: 'unary', operator: sign.kind, of, start: sign.start, end: of.end };
  }

  #power(): Expr {
    const left = this.#postfix();
    if (this.#peek().kind !== '^') return left;
    return this.#operation(left, () => this.#unary());
  }

  #operation(left: Expr, right: () => Expr): Expr {
    if (++this.#depth > DEEPEST) throw fault('the expression is nested too deeply', this.#peek());
    const operator = this.#take();
    const bool = this.#accept('bool') !== undefined;
    const matching = this.#matching();
    const other = right();
    this.#depth--;
    return {
      kind: 'binary',
      operator: operator.kind,
      operatorStart: operator.start,
      left,
      right: other,
      bool,
      matching,
      start: left.start,
      end: other.end,
    };
  }

  #matching(): Matching | undefined {
    const first = this.#accept('on') ?? this.#accept('ignoring');
    if (!first) return undefined;
    const { labels, end } = this.#labels();
    const group = this.#accept('group_left') ?? this.#accept('group_right');
    const include = group && this.#peek().kind === '(' ? this.#labels() : { labels: [], end };
    return {
      on: first.kind === 'on',
      labels,
      group: group?.kind as Matching['group'],
      include: include.labels,
      start: first.start,
      end: Math.max(include.end, group?.end ?? 0),
    };
  }

  /** `(a, b)`; keywords are labels here. */
  #labels(): { labels: string[]; end: number } {
    this.#expect('(', 'before a list of labels');
    const labels: string[] = [];
    for (;;) {
      const close = this.#accept(')');
      if (close) return { labels, end: close.end };
      const label = this.#take();
      const isName = label.kind === 'string' ? label.text !== '' : /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label.text);
      if (!isName || label.kind === 'end')
        throw fault(`unexpected ${shown(label)} in a list of labels, expected a label`, label);
      labels.push(label.text);
      if (this.#peek().kind !== ')') this.#expect(',', 'in a list of labels');
    }
  }

  #postfix(): Expr {
    let expr = this.#primary();
    for (;;) {
      const token = this.#peek();
      if (token.kind === '[') expr = this.#range(expr);
      else if (token.kind === 'offset' || token.kind === '@') expr = this.#moved(expr);
      else return expr;
    }
  }

  #range(of: Expr): Expr {
    const open = this.#take();
    this.#duration('in brackets', true);
    const close = this.#accept(']');
    if (close) {
      if (of.kind === 'moved' && rangeable(of))
        throw new SyntaxFault(`no ${of.by} may stand before the range in brackets`, of.start, close.end);
      if (of.kind !== 'selector')
        throw new SyntaxFault(
          'a range in brackets is only for a vector selector; a subquery has a colon: [5m:1m]',
          open.start,
          close.end,
        );
      return { kind: 'range', of, start: of.start, end: close.end };
    }
    this.#expect(':', 'in brackets');
    if (this.#peek().kind !== ']') this.#duration('as the step of a subquery', true);
    const end = this.#expect(']', 'after a subquery');
    return { kind: 'subquery', of, start: of.start, end: end.end };
  }

  /** A duration, or since Prometheus 3 a number of seconds. */
  #duration(where: string, positive: boolean): Token {
    const token = this.#take();
    if (token.kind !== 'duration' && token.kind !== 'number')
      throw fault(`unexpected ${shown(token)} ${where}, expected a duration such as 5m`, token);
    const ms = token.kind === 'duration' ? prometheusDurationMs(token.text) : numberOf(token.text) * 1000;
    if (ms === undefined || Number.isNaN(ms))
      throw fault(`"${token.text}" ${where} is not a duration: units go from large to small, each once`, token);
    if (positive && ms <= 0) throw fault(`the duration ${where} must be above zero`, token);
    if (!Number.isFinite(ms)) throw fault(`the duration ${where} is out of range`, token);
    return token;
  }

  #moved(of: Expr): Expr {
    const word = this.#take();
    const by = word.kind === '@' ? '@' : 'offset';
    const sign = this.#accept('-') ?? this.#accept('+');
    const end = by === 'offset' ? this.#duration('after offset', false) : this.#timestamp(sign);
    if (!rangeable(of)) throw new SyntaxFault(`"${by}" must follow a selector or a subquery`, of.start, end.end);
    for (let inner: Expr = of; inner.kind === 'moved'; inner = inner.of)
      if (inner.by === by) throw fault(`"${by}" may not be set twice`, word);
    return { kind: 'moved', of, by, start: of.start, end: end.end };
  }

  #timestamp(sign: Token | undefined): Token {
    const token = this.#take();
    if (token.kind === 'number') {
      if (!Number.isFinite(numberOf(token.text)))
        throw fault(`the time "${token.text}" after @ is out of range`, token);
      return token;
    }
    if (sign || (token.kind !== 'start' && token.kind !== 'end' && token.text !== 'end'))
      throw fault(`unexpected ${shown(token)} after @, expected a time in seconds, start() or end()`, token);
    this.#expect('(', `after ${token.text}`);
    return this.#expect(')', `after ${token.text}`);
  }

  #primary(): Expr {
    const token = this.#peek();
    if (token.kind === 'number' || token.kind === 'duration') {
      this.#take();
      if (token.kind === 'duration' && prometheusDurationMs(token.text) === undefined)
        throw fault(`"${token.text}" is not a duration: units go from large to small, each once`, token);
      return { kind: 'number', start: token.start, end: token.end };
    }
    if (token.kind === 'string') {
      this.#take();
      return { kind: 'string', value: token.text, start: token.start, end: token.end };
    }
    if (token.kind === '(') return this.#paren();
    if (token.kind === '{') return this.#selector(undefined);
    if (AGGREGATORS.has(token.kind) && this.#startsAggregation()) return this.#aggregate();
    if (token.kind === 'identifier' && this.#peek(1).kind === '(') return this.#call();
    if (/^[a-zA-Z_:]/.test(token.text) && token.kind !== 'end' && !NOT_METRICS.has(token.kind))
      return this.#selector(this.#take());
    throw fault(`unexpected ${shown(token)}${token.kind === 'end' ? '' : ', expected an expression'}`, token);
  }

  #paren(): Expr {
    const open = this.#take();
    if (++this.#depth > DEEPEST) throw fault('the expression is nested too deeply', open);
    const of = this.#binary(0);
    this.#depth--;
    const close = this.#peek();
    if (close.kind === 'end') throw fault('the parenthesis that opens here is not closed', open);
    this.#expect(')', 'in parentheses');
    return { kind: 'paren', of, start: open.start, end: close.end };
  }

  #startsAggregation(): boolean {
    const { kind } = this.#peek(1);
    return kind === '(' || kind === 'by' || kind === 'without';
  }

  #aggregate(): Expr {
    const name = this.#take();
    let grouping = this.#grouping();
    const { list, end } = this.#arguments(name);
    let last = end;
    if (!grouping) {
      grouping = this.#grouping();
      last = grouping?.end ?? end;
    }
    return {
      kind: 'aggregate',
      operator: name.kind,
      nameEnd: name.end,
      arguments: list,
      grouping: grouping?.labels ?? [],
      start: name.start,
      end: last,
    };
  }

  #grouping(): { labels: string[]; end: number } | undefined {
    return (this.#accept('by') ?? this.#accept('without')) ? this.#labels() : undefined;
  }

  #call(): Expr {
    const name = this.#take();
    const { list, end } = this.#arguments(name);
    return { kind: 'call', name: name.text, nameEnd: name.end, arguments: list, start: name.start, end };
  }

  #arguments(name: Token): { list: Expr[]; end: number } {
    const open = this.#expect('(', `after ${name.text}`);
    if (++this.#depth > DEEPEST) throw fault('the expression is nested too deeply', open);
    const list: Expr[] = [];
    let close = this.#accept(')');
    while (!close) {
      list.push(this.#binary(0));
      close = this.#accept(')');
      if (close) break;
      const token = this.#take();
      if (token.kind === 'end') throw fault(`the parenthesis of ${name.text} is not closed`, open);
      if (token.kind !== ',')
        throw fault(`unexpected ${shown(token)} in the arguments of ${name.text}, expected "," or ")"`, token);
      if (this.#peek().kind === ')')
        throw fault(`a comma stands before the end of the arguments of ${name.text}`, token);
    }
    this.#depth--;
    return { list, end: close.end };
  }

  #selector(name: Token | undefined): Expr {
    if (this.#peek().kind !== '{')
      return { kind: 'selector', metric: name?.text, matchers: [], start: name?.start ?? 0, end: name?.end ?? 0 };
    const open = this.#take();
    const matchers: Matcher[] = [];
    for (;;) {
      const close = this.#accept('}');
      if (close)
        return { kind: 'selector', metric: name?.text, matchers, start: name?.start ?? open.start, end: close.end };
      if (this.#peek().kind === 'end') throw fault('the brace that opens here is not closed', open);
      matchers.push(this.#matcher());
      if (this.#peek().kind !== '}') {
        const comma = this.#take();
        if (comma.kind === 'end') throw fault('the brace that opens here is not closed', open);
        if (comma.kind !== ',')
          throw fault(`unexpected ${shown(comma)} between label matchers, expected "," or "}"`, comma);
      }
    }
  }

  #matcher(): Matcher {
    const label = this.#take();
    if (label.kind !== 'identifier' && label.kind !== 'string')
      throw fault(`unexpected ${shown(label)} in label matchers, expected a label`, label);
    const operator = this.#peek();
    // A quoted name alone is the metric's.
    if (label.kind === 'string' && (operator.kind === ',' || operator.kind === '}'))
      return {
        label: '__name__',
        operator: '=',
        value: label.text,
        valueStart: label.start,
        valueEnd: label.end,
        start: label.start,
        end: label.end,
      };
    this.#take();
    if (!['=', '!=', '=~', '!~'].includes(operator.kind))
      throw fault(`unexpected ${shown(operator)} after label ${label.text}, expected =, !=, =~ or !~`, operator);
    const value = this.#take();
    if (value.kind !== 'string')
      throw fault(`unexpected ${shown(value)} as the value of label ${label.text}, expected a text in quotes`, value);
    return {
      label: label.text,
      operator: operator.kind as Matcher['operator'],
      value: value.text,
      valueStart: value.start,
      valueEnd: value.end,
      start: label.start,
      end: value.end,
    };
  }
}

/** What may be moved in time: a selector, a range, a subquery. */
function rangeable(of: Expr): boolean {
  if (of.kind === 'moved') return rangeable(of.of);
  return of.kind === 'selector' || of.kind === 'range' || of.kind === 'subquery';
}

function numberOf(text: string): number {
  const lower = text.toLowerCase().replaceAll('_', '');
  return lower === 'inf' ? Infinity : lower === 'nan' ? NaN : Number(lower);
}

function shown({ kind, text }: Token): string {
  if (kind === 'end') return 'end of the expression';
  return kind === 'string' ? `text "${text}"` : `"${text}"`;
}

function fault(message: string, { start, end }: Token): SyntaxFault {
  return new SyntaxFault(message, start, end);
}
