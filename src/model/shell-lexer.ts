/** A word of a shell script, quotes taken away. */
export interface ShellWord {
  readonly value: string;
  /** Whether the shell leaves it as it is: no variable, no substitution, no pattern. */
  readonly literal: boolean;
  /** Its place in the script, with its quotes. */
  readonly start: number;
  readonly end: number;
}

/** What stands between commands. */
export type ShellOperator = '&&' | '||' | ';' | '|' | '&' | '(' | ')';

/** A word or an operator. */
export type ShellToken = { readonly word: ShellWord } | { readonly operator: ShellOperator };

const BLANK = /(?:[ \t\r]|\\\n)*(?:#[^\n]*)?/y;
const OPERATOR = /&&|\|\||;;|\|&|[;|&()\n]/y;
const REDIRECTION = /(?:\d*(?:>>|>&|<&|>\||<>|[<>])|&>>?)/y;
const PLAIN = /[^\s;|&()<>"'\\$`*?[\]]+/y;
const VARIABLE = /\$(?:\w+|\{[^{}]*\}|[@*#?$!-])/y;

/** Text to tokens; redirections are taken away. */
export class ShellLexer {
  readonly substituted: (readonly ShellWord[])[] = [];
  #at = 0;

  /** @param substitutedIn the commands of a script inside this one */
  constructor(
    private readonly text: string,
    private readonly substitutedIn: (script: string) => readonly (readonly ShellWord[])[] | undefined,
  ) {}

  tokens(): ShellToken[] | undefined {
    const tokens: ShellToken[] = [];
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
      if (operator !== undefined) tokens.push({ operator: operator === '\n' ? ';' : (operator as ShellOperator) });
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
    const inner = this.substitutedIn(this.text.slice(start, end));
    if (!inner) return false;
    for (const words of inner)
      this.substituted.push(words.map((word) => ({ ...word, start: word.start + start, end: word.end + start })));
    return true;
  }
}
