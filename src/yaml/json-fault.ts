/** The first place at which a text stops being JSON, and what is wrong there. */
export interface JsonFault {
  readonly message: string;
  readonly offset: number;
}

/** The fault of a text that is no JSON; undefined when it is. YAML is laxer, so what parses as YAML may still have one. */
export function jsonFault(text: string): JsonFault | undefined {
  const scanner = new Scanner(text);
  try {
    scanner.document();
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return { message: error.message, offset: Math.min(error.offset, text.length) };
    throw error;
  }
}

class Fault extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

const BLANKS = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
// Of the control characters JSON forbids only the first 32.
const PLAIN = /[^"\\\0-\x1f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
/** Deeper than any program reads. */
const MAXIMUM_DEPTH = 500;

/** Walks over a JSON text by its grammar; https://www.rfc-editor.org/rfc/rfc8259 */
class Scanner {
  #at = 0;

  constructor(private readonly text: string) {}

  document(): void {
    this.#value(0);
    if (this.#at < this.text.length) throw this.#fault('expected the end of the file');
  }

  #fault(message: string): Fault {
    const found = this.text[this.#at];
    const what = found === undefined ? 'the file ends here' : `found ${JSON.stringify(found)}`;
    return new Fault(`${message}, ${what}`, this.#at);
  }

  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #takes(character: string): boolean {
    if (this.text[this.#at] !== character) return false;
    this.#at++;
    this.#take(BLANKS);
    return true;
  }

  #value(depth: number): void {
    this.#take(BLANKS);
    if (depth > MAXIMUM_DEPTH) throw this.#fault('expected less nesting');
    if (this.#takes('{')) this.#members('}', depth, true);
    else if (this.#takes('[')) this.#members(']', depth, false);
    else if (this.text[this.#at] === '"') this.#string();
    else if (!this.#take(WORD) && !this.#take(NUMBER)) throw this.#fault('expected a value');
    this.#take(BLANKS);
  }

  #members(end: string, depth: number, named: boolean): void {
    if (this.#takes(end)) return;
    do {
      // A comma before the end is the usual slip, so it is named.
      if (this.text[this.#at] === end) throw this.#fault('expected no comma before the end of the list');
      if (named) this.#name();
      this.#value(depth + 1);
    } while (this.#takes(','));
    if (!this.#takes(end)) throw this.#fault(`expected "," or "${end}"`);
  }

  #name(): void {
    if (this.text[this.#at] !== '"') throw this.#fault('expected a name in double quotes');
    this.#string();
    this.#take(BLANKS);
    if (!this.#takes(':')) throw this.#fault('expected ":" after a name');
  }

  #string(): void {
    this.#at++;
    for (;;) {
      this.#take(PLAIN);
      if (this.text[this.#at] === '"') break;
      if (!this.#take(ESCAPE)) throw this.#fault('expected the end of a text');
    }
    this.#at++;
  }
}
