import { ShellLexer, type ShellOperator, type ShellToken, type ShellWord } from './shell-lexer.js';

export type { ShellWord };

/** Commands with `|` between them, and what stands after them. */
export interface Pipeline {
  readonly negated: boolean;
  readonly commands: readonly (readonly ShellWord[])[];
  readonly next: '&&' | '||' | ';';
}

/** A script as far as it is understood. */
export interface ShellScript {
  readonly pipelines: readonly Pipeline[];
  /** Commands inside `$(…)`, whose status nobody asks. */
  readonly substituted: readonly (readonly ShellWord[])[];
  /** Whether the list of pipelines is the whole truth: no groups, no `if`, no loops, nothing in the background. */
  readonly plain: boolean;
}

/** Words after which a command starts. */
const OPENERS = new Set(['if', 'then', 'else', 'elif', 'while', 'until', 'do', '{', 'exec', 'time']);
const CLOSERS = new Set(['fi', 'done', '}']);
/** Words whose grammar is another one. */
const FOREIGN = new Set(['for', 'case', 'function', 'select', '[[']);
const ASSIGNMENT = /^[A-Za-z_]\w*=/;

/** Reads a script of a POSIX shell; undefined when it has something that is not understood. */
export function parseShell(script: string): ShellScript | undefined {
  const lexer = new ShellLexer(script, substitutedIn);
  const tokens = lexer.tokens();
  if (!tokens) return undefined;
  const reader = new ScriptReader();
  for (const token of tokens) reader.take(token);
  return reader.foreign ? undefined : { ...reader.finish(), substituted: lexer.substituted };
}

/** The commands of a script inside a script; undefined when it is not understood. */
function substitutedIn(script: string): readonly (readonly ShellWord[])[] | undefined {
  const inner = parseShell(script);
  return inner && [...inner.pipelines.flatMap(({ commands }) => commands), ...inner.substituted];
}

/** Tokens to pipelines. */
class ScriptReader {
  foreign = false;
  #plain = true;
  #pipelines: Pipeline[] = [];
  #commands: (readonly ShellWord[])[] = [];
  #words: ShellWord[] = [];
  #negated = false;
  #afterPipe = false;

  take(token: ShellToken): void {
    if ('word' in token) this.#word(token.word);
    else this.#operator(token.operator);
  }

  finish(): Omit<ShellScript, 'substituted'> {
    this.#endPipeline(';');
    return { pipelines: this.#pipelines, plain: this.#plain };
  }

  #word(word: ShellWord): void {
    this.#afterPipe = false;
    if (this.#words.length > 0) {
      this.#words.push(word);
      return;
    }
    const { value } = word;
    if (FOREIGN.has(value)) this.foreign = true;
    else if (OPENERS.has(value) || CLOSERS.has(value)) this.#plain &&= value === 'exec';
    else if (value === '!') this.#negated = !this.#negated;
    else if (!ASSIGNMENT.test(value)) this.#words.push(word);
  }

  #operator(operator: ShellOperator): void {
    // A line may break after a pipe.
    if (operator === ';' && this.#afterPipe) return;
    this.#afterPipe = operator === '|';
    if (operator === '(' || operator === ')' || operator === '&') this.#plain = false;
    if (operator === '|') this.#endCommand();
    else this.#endPipeline(operator === '&&' || operator === '||' ? operator : ';');
  }

  #endCommand(): void {
    if (this.#words.length > 0) this.#commands.push(this.#words);
    this.#words = [];
  }

  #endPipeline(next: Pipeline['next']): void {
    this.#endCommand();
    if (this.#commands.length > 0) this.#pipelines.push({ negated: this.#negated, commands: this.#commands, next });
    this.#commands = [];
    this.#negated = false;
  }
}
