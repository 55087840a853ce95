import { nearest } from '../model/nearest.js';
import { TemplateFault, tokenizeTemplate, type TemplateProblem, type TemplateToken } from './lexer.js';

/** Functions that every Go template has. Source: https://pkg.go.dev/text/template#hdr-Functions */
const BUILT_IN = [
  'and',
  'call',
  'eq',
  'ge',
  'gt',
  'html',
  'index',
  'js',
  'le',
  'len',
  'lt',
  'ne',
  'not',
  'or',
  'print',
  'printf',
  'println',
  'slice',
  'urlquery',
];

/** What a template may use besides what Go gives to all. */
export interface TemplateNames {
  readonly functions: readonly string[];
  readonly variables: readonly string[];
}

/** What is wrong with a Go template, as text/template finds when it parses it: the first fault, or nothing. */
export function templateProblem(text: string, names: TemplateNames): TemplateProblem | undefined {
  if (!text.includes('{{')) return undefined;
  try {
    new TemplateParser(tokenizeTemplate(text), names).whole();
    return undefined;
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error;
    return { message: error.message, start: error.start, end: error.end };
  }
}

const OPERANDS = new Set(['bool', 'number', 'string', 'dot', 'nil', 'field', 'identifier', 'variable', '(']);
/** Operands that cannot take what a pipe hands them. */
const LITERALS = new Set(['bool', 'number', 'string', 'dot', 'nil']);

/** Follows the grammar of text/template/parse; nothing is built. */
class TemplateParser {
  #next = 0;
  #variables: string[];
  #ranges = 0;
  readonly #functions: ReadonlySet<string>;

  constructor(
    private readonly tokens: readonly TemplateToken[],
    { functions, variables }: TemplateNames,
  ) {
    this.#variables = ['$', ...variables];
    this.#functions = new Set([...BUILT_IN, ...functions]);
  }

  whole(): void {
    const stop = this.#list(true);
    if (stop)
      throw fault(
        `unexpected {{${stop.text}}}: there is nothing for it to ${stop.text === 'end' ? 'end' : 'belong to'}`,
        stop,
      );
  }

  #peek(): TemplateToken {
    const token = this.tokens[Math.min(this.#next, this.tokens.length - 1)];
    if (!token) throw new Error('the token list has no end');
    return token;
  }

  #take(): TemplateToken {
    const token = this.#peek();
    this.#next++;
    return token;
  }

  #skipSpace(): TemplateToken {
    while (this.#peek().kind === 'space') this.#next++;
    return this.#peek();
  }

  /** Actions up to `{{end}}` or `{{else …}}`, whose keyword is given back, or to the end. */
  #list(top: boolean): TemplateToken | undefined {
    for (;;) {
      const open = this.#take();
      if (open.kind === 'end-of-text') return undefined;
      const first = this.#skipSpace();
      if (first.kind !== 'keyword') {
        this.#pipeline('command', 'close');
        continue;
      }
      if (first.text === 'end' || first.text === 'else') {
        this.#next++;
        return first;
      }
      this.#keyword(this.#take(), open, top);
    }
  }

  #keyword(keyword: TemplateToken, open: TemplateToken, top: boolean): void {
    if (keyword.text === 'break' || keyword.text === 'continue') {
      if (this.#ranges === 0) throw fault(`{{${keyword.text}}} is only for the inside of {{range}}`, keyword);
      this.#close(keyword.text);
    } else if (keyword.text === 'template') this.#template();
    else if (keyword.text === 'define' || keyword.text === 'block') this.#definition(keyword, open, top);
    else this.#control(keyword, open);
  }

  #close(after: string): void {
    const token = this.#skipSpace();
    if (token.kind !== 'close') throw fault(`unexpected "${token.text}" in {{${after}}}`, token);
    this.#next++;
  }

  #template(): void {
    this.#name('template');
    if (this.#skipSpace().kind === 'close') this.#next++;
    else this.#pipeline('template clause', 'close');
  }

  #name(where: string): void {
    const name = this.#skipSpace();
    if (name.kind !== 'string')
      throw fault(`unexpected "${name.text}" in {{${where}}}, expected a name in quotes`, name);
    this.#next++;
  }

  #definition(keyword: TemplateToken, open: TemplateToken, top: boolean): void {
    if (keyword.text === 'define' && !top) throw fault('{{define}} is only for the top of a template', keyword);
    this.#name(keyword.text);
    if (keyword.text === 'define') this.#close('define');
    else this.#pipeline('block clause', 'close');
    const outer = this.#variables;
    this.#variables = ['$'];
    const stop = this.#list(false);
    this.#variables = outer;
    this.#ends(stop, keyword, open);
    if (stop?.text === 'else') throw fault(`unexpected {{else}} in {{${keyword.text}}}`, stop);
    this.#close('end');
  }

  #ends(stop: TemplateToken | undefined, keyword: TemplateToken, open: TemplateToken): void {
    if (!stop) throw new TemplateFault(`{{${keyword.text}}} has no {{end}}`, open.start, keyword.end);
  }

  /** if, range and with: a pipeline, a body, perhaps else, and the end. Variables live until then. */
  #control(keyword: TemplateToken, open: TemplateToken): void {
    const outer = [...this.#variables];
    this.#pipeline(keyword.text, 'close');
    if (keyword.text === 'range') this.#ranges++;
    const stop = this.#list(false);
    if (keyword.text === 'range') this.#ranges--;
    this.#ends(stop, keyword, open);
    if (stop?.text === 'else') this.#otherwise(keyword, open);
    else this.#close('end');
    this.#variables = outer;
  }

  #otherwise(keyword: TemplateToken, open: TemplateToken): void {
    const next = this.#skipSpace();
    if (next.kind === 'keyword' && (next.text === 'if' || next.text === 'with') && next.text === keyword.text) {
      this.#next++;
      this.#control(next, open);
      return;
    }
    this.#close('else');
    const stop = this.#list(false);
    this.#ends(stop, keyword, open);
    if (stop?.text === 'else') throw fault(`{{${keyword.text}}} has {{else}} twice`, stop);
    this.#close('end');
  }

  #pipeline(where: string, end: 'close' | ')'): void {
    this.#skipSpace();
    this.#declarations(where);
    let commands = 0;
    for (;;) {
      const token = this.#skipSpace();
      if (token.kind === end) {
        if (commands === 0) throw fault(`a value is missing in ${where}`, token);
        this.#next++;
        return;
      }
      if (!OPERANDS.has(token.kind)) throw fault(`unexpected "${token.text}" in ${where}`, token);
      if (commands > 0 && LITERALS.has(token.kind))
        throw fault(`"${token.text}" is no function, so nothing can be piped into it`, token);
      this.#command();
      commands++;
    }
  }

  /** `$x := …`, `$x = …`, and in range `$i, $x := …`. */
  #declarations(where: string): void {
    const begin = this.#next;
    const declared: TemplateToken[] = [];
    for (;;) {
      const variable = this.#peek();
      if (variable.kind !== 'variable') break;
      this.#next++;
      declared.push(variable);
      const operator = this.#skipSpace();
      if (operator.kind === ':=' || operator.kind === '=') {
        this.#next++;
        // Go's parser takes an assignment for a declaration; that the variable is missing shows when the template runs.
        this.#variables.push(...declared.map(({ text }) => text));
        return;
      }
      if (operator.kind !== ',' || where !== 'range' || declared.length > 1) break;
      this.#next++;
      this.#skipSpace();
    }
    this.#next = begin;
  }

  /** Operands up to the end of the pipeline or past the next `|`; a pipe into nothing is fine with Go's parser. */
  #command(): void {
    while (OPERANDS.has(this.#skipSpace().kind)) {
      this.#operand();
      const token = this.#peek();
      if (!['space', 'close', ')', '|'].includes(token.kind))
        throw fault(`unexpected "${token.text}" after an operand; a space is missing`, token);
    }
    if (this.#peek().kind === '|') this.#next++;
  }

  #operand(): void {
    const token = this.#take();
    if (token.kind === '(') this.#pipeline('parentheses', ')');
    if (token.kind === 'identifier' && !this.#functions.has(token.text)) {
      const similar = nearest(token.text, [...this.#functions]);
      throw fault(`there is no function "${token.text}"${similar ? `; did you mean "${similar}"?` : ''}`, token);
    }
    if (token.kind === 'variable') this.#known(token);
    while (this.#peek().kind === 'field') {
      const field = this.#take();
      if (LITERALS.has(token.kind)) throw fault(`unexpected "${field.text}" after "${token.text}"`, field);
    }
  }

  #known(variable: TemplateToken): void {
    if (this.#variables.includes(variable.text)) return;
    const similar = nearest(variable.text, this.#variables);
    throw fault(`there is no variable "${variable.text}"${similar ? `; did you mean "${similar}"?` : ''}`, variable);
  }
}

function fault(message: string, { start, end }: TemplateToken): TemplateFault {
  return new TemplateFault(message, start, end);
}
