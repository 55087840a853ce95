/** A word of a shell script, quotes taken away. */
export interface ShellWord {
  readonly value: string;
  /** Whether the shell leaves it as it is: no variable, no substitution, no pattern. */
  readonly literal: boolean;
  /** Its place in the script, with its quotes. */
  readonly start: number;
  readonly end: number;
}

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

type Operator = '&&' | '||' | ';' | '|' | '&' | '(' | ')';
type Token = { readonly word: ShellWord } | { readonly operator: Operator };

/** Words after which a command starts. */
const OPENERS = new Set(['if', 'then', 'else', 'elif', 'while', 'until', 'do', '{', 'exec', 'time']);
const CLOSERS = new Set(['fi', 'done', '}']);
/** Words whose grammar is another one. */
const FOREIGN = new Set(['for', 'case', 'function', 'select', '[[']);
const ASSIGNMENT = /^[A-Za-z_]\w*=/;

/** Reads a script of a POSIX shell; undefined when it has something that is not understood. */
export function parseShell(script: string): ShellScript | undefined {
  const lexer = new Lexer(script);
  const tokens = lexer.tokens();
  if (!tokens) return undefined;
  const reader = new ScriptReader();
  for (const token of tokens) reader.take(token);
  return reader.foreign ? undefined : { ...reader.finish(), substituted: lexer.substituted };
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

  take(token: Token): void {
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

  #operator(operator: Operator): void {
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

const BLANK = /(?:[ \t\r]|\\\n)*(?:#[^\n]*)?/y;
const OPERATOR = /&&|\|\||;;|\|&|[;|&()\n]/y;
const REDIRECTION = /(?:\d*(?:>>|>&|<&|>\||<>|[<>])|&>>?)/y;
const PLAIN = /[^\s;|&()<>"'\\$`*?[\]]+/y;
const VARIABLE = /\$(?:\w+|\{[^{}]*\}|[@*#?$!-])/y;

/** Text to tokens; redirections are taken away. */
class Lexer {
  readonly substituted: (readonly ShellWord[])[] = [];
  #at = 0;

  constructor(private readonly text: string) {}

  tokens(): Token[] | undefined {
    const tokens: Token[] = [];
    for (;;) {
      this.#match(BLANK);
      if (this.#at >= this.text.length) return tokens;
      if (this.text.startsWith('<<', this.#at)) return undefined;
      if (this.#match(REDIRECTION) !== undefined) {
        this.#match(BLANK);
        if (!this.#word()) return undefined;
        continue;
      }
      const operator = this.#match(OPERATOR);
      if (operator === ';;' || operator === '|&') return undefined;
      if (operator !== undefined) tokens.push({ operator: operator === '\n' ? ';' : (operator as Operator) });
      else {
        const word = this.#word();
        if (!word) return undefined;
        tokens.push({ word });
      }
    }
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #word(): ShellWord | undefined {
    const start = this.#at;
    const word = { value: '', literal: true };
    while (this.#at < this.text.length) {
      const before = this.#at;
      if (!this.#part(word)) return undefined;
      if (this.#at === before) break;
    }
    return this.#at > start ? { ...word, start, end: this.#at } : undefined;
  }

  /** One stretch of a word; false when it has no end. At the end of the word nothing is taken. */
  #part(word: { value: string; literal: boolean }): boolean {
    const plain = this.#match(PLAIN);
    if (plain !== undefined) word.value += plain;
    const character = this.text[this.#at] ?? '';
    if (plain !== undefined || !'"\'\\$`*?[]'.includes(character) || character === '') return true;
    if (character === "'") return this.#single(word);
    if (character === '"') return this.#double(word);
    if (character === '$' || character === '`') return this.#expansion(word);
    if (character === '\\') {
      if (this.text[this.#at + 1] !== '\n') word.value += this.text[this.#at + 1] ?? '';
      this.#at += 2;
      return true;
    }
    // `[` alone is a program; `*`, `?` and brackets in a word are patterns, which URLs have too and nothing matches.
    word.value += character;
    this.#at++;
    return true;
  }

  #single(word: { value: string }): boolean {
    const end = this.text.indexOf("'", this.#at + 1);
    if (end < 0) return false;
    word.value += this.text.slice(this.#at + 1, end);
    this.#at = end + 1;
    return true;
  }

  #double(word: { value: string; literal: boolean }): boolean {
    this.#at++;
    for (;;) {
      const character = this.text[this.#at];
      if (character === undefined) return false;
      if (character === '"') {
        this.#at++;
        return true;
      }
      if (character === '$' || character === '`') {
        if (!this.#expansion(word)) return false;
        continue;
      }
      const escaped = character === '\\' && '"\\$`\n'.includes(this.text[this.#at + 1] ?? 'x');
      const taken = escaped ? (this.text[this.#at + 1] ?? '') : character;
      if (taken !== '\n' || !escaped) word.value += taken;
      this.#at += escaped ? 2 : 1;
    }
  }

  /** `$NAME`, `${NAME}`, `$(…)`, `` `…` ``: the value is not known here, the commands inside are. */
  #expansion(word: { value: string; literal: boolean }): boolean {
    const from = this.#at;
    word.literal = false;
    if (this.text.startsWith('$((', from)) return false;
    const end = this.text.startsWith('$(', from) ? this.#closing(from + 2) : this.#backtick(from);
    if (end !== undefined) {
      const inside = from + (this.text[from] === '`' ? 1 : 2);
      if (end < 0 || !this.#substitute(inside, end)) return false;
      this.#at = end + 1;
    } else if (this.#match(VARIABLE) === undefined) {
      if (this.text.startsWith('${', from)) return false;
      // A dollar sign alone stands for itself.
      this.#at++;
    }
    word.value += this.text.slice(from, this.#at);
    return true;
  }

  #backtick(from: number): number | undefined {
    return this.text[from] === '`' ? this.text.indexOf('`', from + 1) : undefined;
  }

  /** The offset of the `)` that closes a substitution; -1 when there is none. */
  #closing(from: number): number {
    let depth = 1;
    for (let at = from; at < this.text.length; at++) {
      if (this.text[at] === '(') depth++;
      else if (this.text[at] === ')' && --depth === 0) return at;
    }
    return -1;
  }

  #substitute(start: number, end: number): boolean {
    const inner = parseShell(this.text.slice(start, end));
    if (!inner) return false;
    const moved = (words: readonly ShellWord[]): ShellWord[] =>
      words.map((word) => ({ ...word, start: word.start + start, end: word.end + start }));
    for (const words of [...inner.pipelines.flatMap(({ commands }) => commands), ...inner.substituted])
      this.substituted.push(moved(words));
    return true;
  }
}
