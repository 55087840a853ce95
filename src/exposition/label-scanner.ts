import * as ch from './characters.js';
import { BROKEN, NOT_SCRAPED, STRICT, type Fault, type ProblemList } from './problem-list.js';
import type { Sample } from './sample.js';
import type { ExpositionFormat } from './exposition.js';

/**
 * Reads what stands in braces. The text format allows blanks everywhere and, to Prometheus, no comma at all between two labels;
 * OpenMetrics allows neither. Source: model/textparse of Prometheus, and `promtool check metrics` asked.
 */
export class LabelScanner {
  readonly #blanks: boolean;
  /** The first value of the braces that goes over several lines, which is mostly one that is not closed. */
  #lines: { readonly open: number; readonly broken: number; readonly end: number } | undefined;

  constructor(
    private readonly text: string,
    private readonly sample: Sample,
    private readonly problems: ProblemList,
    format: ExpositionFormat,
  ) {
    this.#blanks = format === 'text';
  }

  /** @param open the offset after the brace. Returns the offset after the closing brace; -1 when a problem was said. */
  scan(open: number, inExemplar: boolean): number {
    const { text } = this;
    this.#lines = undefined;
    let i = this.#skip(open);
    for (;;) {
      let c = text.charCodeAt(i);
      if (c === ch.BRACE_CLOSE) return this.#closed(i + 1);
      const quoted = c === ch.QUOTE;
      const end = quoted ? this.#quotedEnd(i) : ch.labelNameEnd(text, i);
      if (end < 0) return -1;
      if (end === i) return this.#expected(i, 'a label name or "}"');
      const [start, stop] = quoted ? [i + 1, end - 1] : [i, end];
      i = this.#skip(end);
      c = text.charCodeAt(i);
      if (quoted && !inExemplar && (c === ch.COMMA || c === ch.BRACE_CLOSE)) {
        if (!this.#setName(start, stop)) return -1;
      } else {
        i = this.#value(i, start, stop, inExemplar);
        if (i < 0) return -1;
        c = text.charCodeAt(i);
      }
      if (c === ch.COMMA) i = this.#skip(i + 1);
      else if (c !== ch.BRACE_CLOSE && !this.#goesOnWithoutComma(i)) return -1;
    }
  }

  /** From the equals sign to what follows the value. */
  #value(at: number, nameStart: number, nameEnd: number, inExemplar: boolean): number {
    if (this.text.charCodeAt(at) !== ch.EQUAL) return this.#expected(at, '"=" after the label name');
    const quote = this.#skip(at + 1);
    if (this.text.charCodeAt(quote) !== ch.QUOTE) return this.#expected(quote, 'the label value in double quotes');
    const end = this.#valueEnd(quote);
    if (end < 0) return -1;
    if (!inExemplar) this.sample.addLabel(nameStart, nameEnd, quote + 1, end - 1);
    return this.#skip(end);
  }

  #setName(start: number, end: number): boolean {
    const { sample, problems } = this;
    if (sample.nameStart >= 0) {
      problems.add(BROKEN, start - 1, end + 1, (it) => `${it} is a second metric name, expected name="value"`);
      return false;
    }
    [sample.nameStart, sample.nameEnd, sample.nameQuoted] = [start, end, true];
    return true;
  }

  #goesOnWithoutComma(at: number): boolean {
    const c = this.text.charCodeAt(at);
    if (!this.#blanks || !(c === ch.QUOTE || ch.startsLabelName(c))) {
      this.#expected(at, '"," or "}" after the label');
      return false;
    }
    this.problems.add(
      STRICT,
      at,
      ch.wordEnd(this.text, at),
      (it) => `${it} follows a label without a comma between them`,
    );
    return true;
  }

  /** A name in quotes: the offset after it, -1 when it does not end on its line. */
  #quotedEnd(open: number): number {
    for (let i = open + 1; ; i++) {
      const c = this.text.charCodeAt(i);
      if (c === ch.QUOTE) return i + 1;
      if (c === ch.BACKSLASH) i++;
      if (c !== c || c === ch.NEWLINE)
        return this.#fail(BROKEN, open, i, (it) => `${it} is not closed: a double quote is missing`);
    }
  }

  /** A value in quotes: the offset after it. Prometheus takes line breaks and unknown escapes in it, promtool does not. */
  #valueEnd(open: number): number {
    const { text, problems } = this;
    let broken = -1;
    for (let i = open + 1; ; i++) {
      const c = text.charCodeAt(i);
      if (c === ch.QUOTE) {
        if (broken >= 0) this.#lines ??= { open, broken, end: i + 1 };
        return i + 1;
      }
      if (c === ch.BACKSLASH) {
        const next = text.charCodeAt(++i);
        if (next === ch.BACKSLASH || next === ch.QUOTE || next === 110) continue;
        if (next === ch.NEWLINE || next !== next) return this.#unclosed(open, broken < 0 ? i : broken);
        if (this.#blanks) problems.add(STRICT, i - 1, i + 1, (it) => `${it} is no escape, expected \\\\, \\" or \\n`);
      } else if (c === ch.NEWLINE) {
        if (!this.#blanks) return this.#unclosed(open, i);
        if (broken < 0) broken = i;
      } else if (c !== c) return this.#unclosed(open, broken < 0 ? i : broken);
    }
  }

  #unclosed(open: number, end: number): -1 {
    return this.#fail(BROKEN, open, end, (it) => `the label value ${it} is not closed: a double quote is missing`);
  }

  #skip(at: number): number {
    return this.#blanks ? ch.skipBlanks(this.text, at) : at;
  }

  #expected(at: number, what: string): -1 {
    const end = Math.max(ch.wordEnd(this.text, at), Math.min(at + 1, ch.lineEnd(this.text, at)));
    return this.#fail(BROKEN, at, end, (it) =>
      at === end ? `the line ends, expected ${what}` : `found ${it}, expected ${what}`,
    );
  }

  #closed(end: number): number {
    if (this.#lines)
      this.problems.add(
        STRICT,
        this.#lines.open,
        this.#lines.end,
        (it) => `a label value goes over several lines: ${it}, expected \\n for a line break`,
      );
    return end;
  }

  #fail(fault: Fault, start: number, end: number, message: (excerpt: string) => string): -1 {
    const lines = this.#lines;
    this.#lines = undefined;
    if (lines) return this.#unclosed(lines.open, lines.broken);
    this.problems.add(fault, start, end, message);
    return -1;
  }
}

/** A sample whose labels stand in braces, but whose name is nowhere. */
export function refuseNameless(
  { nameStart }: Sample,
  problems: ProblemList,
  start: number,
  end: number,
  lenient: boolean,
): boolean {
  if (nameStart >= 0) return false;
  problems.add(
    lenient ? NOT_SCRAPED : BROKEN,
    start,
    end,
    (it) => `${it} has no metric name, expected name{…} or {"name",…}`,
  );
  return true;
}
