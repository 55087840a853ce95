import * as ch from './characters.js';
import { LabelScanner, refuseNameless } from './label-scanner.js';
import type { Ledger } from './ledger.js';
import { isNumber } from './number.js';
import { BROKEN, NOT_SCRAPED, STRICT, type Fault, type ProblemList } from './problem-list.js';
import type { Sample } from './sample.js';
import { readTextMetadata } from './text-metadata.js';

/** Prometheus 3 keeps the blanks as a part of the name, Prometheus 2 refuses such a name. */
const BLANKS_BEFORE_NAME: Fault = { code: 'syntax', severity: 'error', refusedBy: ['prometheus2'] };
/** What follows is not read. */
const NUL: Fault = { code: 'syntax', severity: 'error', refusedBy: ['promtool'] };
const HIGHEST_TIMESTAMP = 9223372036854775807n;

/**
 * Reads the text format 0.0.4 line by line, as the scrape parser of Prometheus does.
 * Source: https://prometheus.io/docs/instrumenting/exposition_formats/ and model/textparse of Prometheus.
 */
export class TextFormat {
  readonly #labels: LabelScanner;

  constructor(
    private readonly text: string,
    private readonly sample: Sample,
    private readonly problems: ProblemList,
    private readonly ledger: Ledger,
  ) {
    this.#labels = new LabelScanner(text, sample, problems, 'text');
  }

  read(): void {
    const { text, problems } = this;
    let at = 0;
    for (let next = 0; at < text.length; at = next) {
      problems.line++;
      problems.lineStart = at;
      const start = ch.skipBlanks(text, at);
      const c = text.charCodeAt(start);
      if (c === 0) {
        problems.add(NUL, start, start + 1, () => 'a NUL byte starts the line: Prometheus reads nothing from here on');
        return;
      }
      next = ch.lineEnd(text, start) + 1;
      if (c === ch.HASH) readTextMetadata(text, start, next - 1, problems, this.ledger);
      else if (c === c && c !== ch.NEWLINE) next = this.#sample(at, start, next);
    }
    const last = text.lastIndexOf('\n') + 1;
    if (ch.skipBlanks(text, last) < text.length)
      problems.add(STRICT, last, text.length, (it) => `the last line ${it} does not end with a line break`);
  }

  again(at: number): void {
    this.#sample(at, ch.skipBlanks(this.text, at), ch.lineEnd(this.text, at) + 1, false);
  }

  /** Returns where the next line starts: a label value may have line breaks. */
  #sample(line: number, start: number, next: number, isNew = true): number {
    const { text, sample, problems } = this;
    sample.reset();
    const nameEnd = ch.metricNameEnd(text, start);
    let at = start;
    if (nameEnd > start) {
      [sample.nameStart, sample.nameEnd] = [start, nameEnd];
      at = ch.skipBlanks(text, nameEnd);
    } else if (text.charCodeAt(start) !== ch.BRACE_OPEN) {
      problems.add(BROKEN, start, next - 1, (it) => `found ${it}, expected a metric name, a comment or an empty line`);
      return next;
    }
    if (text.charCodeAt(at) === ch.BRACE_OPEN) {
      const after = this.#labels.scan(at + 1, false);
      if (after < 0 || refuseNameless(sample, problems, start, after, this.ledger.anyFamily)) return next;
      at = ch.skipBlanks(text, after);
    }
    const end = this.#valueAndTime(at);
    if (end < 0) return next;
    if (start > line && nameEnd > start)
      problems.add(
        BLANKS_BEFORE_NAME,
        line,
        nameEnd,
        (it) => `blanks stand before the metric name in ${it}: they become a part of it`,
      );
    if (isNew) this.ledger.sample(sample);
    if (end >= next) problems.line += countLines(text, next, end);
    return end + 1;
  }

  /** Returns the offset of the line break, or of the end; -1 when a problem was said. */
  #valueAndTime(at: number): number {
    const { text, sample, problems } = this;
    const end = ch.wordEnd(text, at);
    if (end === at) return this.#fail(BROKEN, at, at, () => `the line ends, expected a value after the metric name`);
    if (!isNumber(text, at, end)) return this.#fail(BROKEN, at, end, (it) => `the value is ${it}, expected a number`);
    [sample.valueStart, sample.valueEnd] = [at, end];
    const time = ch.skipBlanks(text, end);
    const c = text.charCodeAt(time);
    if (c === ch.NEWLINE || c !== c) {
      if (time > end)
        problems.add(STRICT, end, time, (it) => `${it} stands after the value, expected the end of the line`);
      return time;
    }
    return this.#timestamp(time);
  }

  #timestamp(at: number): number {
    const { text, sample, problems } = this;
    const end = ch.wordEnd(text, at);
    const word = text.slice(at, Math.min(end, at + 64));
    if (!/^[+-]?\d+$/.test(word) || !inRange(word))
      return this.#fail(BROKEN, at, end, (it) => `the timestamp is ${it}, expected whole milliseconds since 1970`);
    if (!ch.isDigit(word.charCodeAt(0)))
      return this.#fail(NOT_SCRAPED, at, end, (it) => `the timestamp is ${it}, expected digits without a sign`);
    [sample.timestampStart, sample.timestampEnd] = [at, end];
    const rest = ch.skipBlanks(text, end);
    const c = text.charCodeAt(rest);
    if (c === c && c !== ch.NEWLINE)
      return this.#fail(
        BROKEN,
        rest,
        ch.lineEnd(text, rest),
        (it) => `${it} follows the timestamp, expected the end of the line`,
      );
    if (rest > end)
      problems.add(STRICT, end, rest, (it) => `${it} stands after the timestamp, expected the end of the line`);
    return rest;
  }

  #fail(fault: Fault, start: number, end: number, message: (excerpt: string) => string): -1 {
    this.problems.add(fault, start, end, message);
    return -1;
  }
}

function inRange(digits: string): boolean {
  if (digits.length < 19) return true;
  const value = BigInt(digits.replace('+', ''));
  return value <= HIGHEST_TIMESTAMP && value >= -HIGHEST_TIMESTAMP - 1n;
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from - 1); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
