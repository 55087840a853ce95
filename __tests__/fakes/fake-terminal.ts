import type { LiveTerminal } from '../../src/adapters/live-progress.js';
import { columnsOf } from '../../src/model/columns.js';

/** A terminal that shows what is written to it, wraps what is too long for it, and knows only the sequences that live lines use. */
export class FakeTerminal implements LiveTerminal {
  readonly color: boolean;
  readonly unicode = true;
  readonly writes: string[] = [];
  #lines: string[] = [''];
  #row = 0;

  constructor(
    public columns = 80,
    public rows = 24,
    { color = false } = {},
  ) {
    this.color = color;
  }

  size(): { columns: number; rows: number } {
    return { columns: this.columns, rows: this.rows };
  }

  /** What stands on the terminal and above it, without blank lines at the end. */
  get screen(): string[] {
    return this.#lines.slice(0, this.#lines.findLastIndex((line) => line !== '') + 1);
  }

  write(text: string): void {
    this.writes.push(text);
    for (const [piece] of text.matchAll(/\u001b\[([0-9;?]*)([A-Za-z])|\r|\n|[^\r\n\u001b]+/g)) this.#take(piece);
  }

  #take(piece: string): void {
    if (piece === '\r') return;
    if (piece === '\n') {
      this.#row++;
      this.#lines[this.#row] ??= '';
      return;
    }
    const [, number = '', command] = /^\u001b\[([0-9;?]*)([A-Za-z])$/.exec(piece) ?? [];
    if (command === undefined) this.#print(piece);
    else if (command === 'A') this.#row = Math.max(0, this.#row - Number(number));
    else if (command === 'J') this.#lines = [...this.#lines.slice(0, this.#row), ''];
    // Whatever is printed replaces its line, so that there is nothing to erase behind it.
    else if (command !== 'K' && command !== 'm') throw new Error(`unknown sequence ${JSON.stringify(piece)}`);
  }

  #print(text: string): void {
    if (columnsOf(text) > this.columns) throw new Error(`wider than the terminal: ${text}`);
    this.#lines[this.#row] = text;
  }

  /** People make their window narrower: what stands there is wrapped. */
  shrink(columns: number): void {
    this.columns = columns;
    this.#lines = this.#lines.flatMap((line) =>
      line === ''
        ? ['']
        : Array.from({ length: Math.ceil(line.length / columns) }, (_, n) =>
            line.slice(n * columns, (n + 1) * columns),
          ),
    );
    this.#row = this.#lines.length - 1;
  }
}
