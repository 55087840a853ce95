import { metricNameEnd, labelNameEnd, unescaped } from './characters.js';

/** Where the parts of one sample stand; reused for every sample, since millions of them are read. */
export class Sample {
  nameStart = -1;
  nameEnd = -1;
  /** Whether the name stands in quotes inside the braces. */
  nameQuoted = false;
  labels = 0;
  valueStart = 0;
  valueEnd = 0;
  /** -1 without a timestamp. */
  timestampStart = -1;
  timestampEnd = -1;
  exemplarStart = -1;
  /** Four offsets a label: name start and end, value start and end, all without their quotes. */
  #offsets = new Int32Array(64);

  constructor(readonly text: string) {}

  reset(): void {
    this.nameStart = this.nameEnd = this.timestampStart = this.exemplarStart = -1;
    this.nameQuoted = false;
    this.labels = 0;
  }

  addLabel(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number): void {
    const at = this.labels * 4;
    if (at + 4 > this.#offsets.length) {
      const more = new Int32Array(this.#offsets.length * 2);
      more.set(this.#offsets);
      this.#offsets = more;
    }
    this.#offsets[at] = nameStart;
    this.#offsets[at + 1] = nameEnd;
    this.#offsets[at + 2] = valueStart;
    this.#offsets[at + 3] = valueEnd;
    this.labels++;
  }

  /** @param part 0 and 1: start and end of the name, 2 and 3: of the value */
  offset(label: number, part: 0 | 1 | 2 | 3): number {
    return this.#offsets[label * 4 + part] ?? 0;
  }

  name(): string {
    return unescaped(this.text.slice(this.nameStart, this.nameEnd));
  }

  labelName(label: number): string {
    return unescaped(this.text.slice(this.offset(label, 0), this.offset(label, 1)));
  }

  labelValue(label: number): string {
    return unescaped(this.text.slice(this.offset(label, 2), this.offset(label, 3)));
  }

  /** Whether the label has this name, which has no escapes. */
  isNamed(label: number, name: string): boolean {
    const start = this.offset(label, 0);
    return this.offset(label, 1) - start === name.length && this.text.startsWith(name, start);
  }

  /** A name that stands in quotes may be one that needs them. */
  nameNeedsQuotes(): boolean {
    return this.nameQuoted && metricNameEnd(this.text, this.nameStart) !== this.nameEnd;
  }

  labelNeedsQuotes(label: number): boolean {
    const start = this.offset(label, 0);
    return this.text.charCodeAt(start - 1) === 34 && labelNameEnd(this.text, start) !== this.offset(label, 1);
  }
}
