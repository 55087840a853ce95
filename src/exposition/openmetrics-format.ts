import * as ch from './characters.js';
import { LabelScanner, refuseNameless } from './label-scanner.js';
import type { Ledger } from './ledger.js';
import { isNumber, numberOf } from './number.js';
import { readOpenMetricsMetadata } from './openmetrics-metadata.js';
import { BROKEN, type Fault, type ProblemList } from './problem-list.js';
import type { Sample } from './sample.js';

const NO_EOF: Fault = { code: 'no-eof', severity: 'error', refusedBy: ['prometheus', 'prometheus2'] };
/** An answer without a body is no scrape to Prometheus 3, and no failure. */
const EMPTY: Fault = { code: 'no-eof', severity: 'error', refusedBy: ['prometheus2'] };
const UTF8_EXEMPLAR: Fault = { code: 'utf8-name', severity: 'notice', refusedBy: ['prometheus2'] };

/**
 * Reads OpenMetrics 1.0 line by line, as the scrape parser of Prometheus does: exactly one blank between the parts, no other comments.
 * Source: https://prometheus.io/docs/specs/om/open_metrics_spec/ and model/textparse of Prometheus.
 */
export class OpenMetricsFormat {
  readonly #labels: LabelScanner;

  constructor(
    private readonly text: string,
    private readonly sample: Sample,
    private readonly problems: ProblemList,
    private readonly ledger: Ledger,
  ) {
    this.#labels = new LabelScanner(text, sample, problems, 'openmetrics');
  }

  read(): void {
    const { text, problems } = this;
    for (let at = 0, next = 0; at < text.length; at = next) {
      problems.line++;
      problems.lineStart = at;
      const end = ch.lineEnd(text, at);
      next = end + 1;
      if (text.charCodeAt(at) !== ch.HASH) this.#sample(at, end);
      else if (text.startsWith('# EOF', at) && (end === at + 5 || /^# EOF\s*$/.test(text.slice(at, at + 40)))) {
        this.#afterEof(at + 5, end);
        return;
      } else readOpenMetricsMetadata(text, at, end, problems, this.ledger);
    }
    problems.line = Math.max(problems.line, 1);
    problems.add(
      text === '' ? EMPTY : NO_EOF,
      text.length,
      text.length,
      () => 'the exposition does not end with "# EOF": it may be cut off',
    );
  }

  again(at: number): void {
    this.#sample(at, ch.lineEnd(this.text, at), false);
  }

  #afterEof(at: number, end: number): void {
    if (at === end && end + 1 >= this.text.length) return;
    this.problems.add(
      NO_EOF,
      at,
      this.text.length,
      (it) => `${it} follows "# EOF", expected nothing but one line break`,
    );
  }

  #sample(at: number, end: number, isNew = true): void {
    const { text, sample, problems } = this;
    if (at === end) {
      this.#fail(at, end, () => 'the line is empty, expected a sample, a # HELP, # TYPE or # UNIT line, or "# EOF"');
      return;
    }
    sample.reset();
    const nameEnd = ch.metricNameEnd(text, at);
    if (nameEnd > at) [sample.nameStart, sample.nameEnd] = [at, nameEnd];
    else if (text.charCodeAt(at) !== ch.BRACE_OPEN) {
      this.#fail(at, end, (it) => `found ${it}, expected a metric name or a # HELP, # TYPE or # UNIT line`);
      return;
    }
    let next = nameEnd;
    if (text.charCodeAt(next) === ch.BRACE_OPEN) {
      next = this.#labels.scan(next + 1, false);
      if (next < 0 || refuseNameless(sample, problems, at, next, false)) return;
    }
    next = this.#number(next, end, 'the value');
    if (next < 0) return;
    [sample.valueStart, sample.valueEnd] = [this.#wordStart, next];
    if (this.#rest(next, end) && isNew) this.ledger.sample(sample);
  }

  #wordStart = 0;

  /** A number after exactly one blank. Returns where it ends; -1 when a problem was said. */
  #number(at: number, end: number, what: string): number {
    const { text } = this;
    if (at >= end) return this.#fail(at, end, () => `the line ends, expected ${what} after one blank`);
    const stop = spaceOrEnd(text, at + 1, end);
    if (text.charCodeAt(at) !== ch.SPACE || stop === at + 1)
      return this.#fail(at, Math.max(stop, at + 1), (it) => `found ${it}, expected exactly one blank and ${what}`);
    this.#wordStart = at + 1;
    if (isNumber(text, at + 1, stop)) return stop;
    return this.#fail(at + 1, stop, (it) => `${what} is ${it}, expected a number`);
  }

  /** The timestamp and the exemplar, both optional. */
  #rest(at: number, end: number): boolean {
    const { text, sample } = this;
    let next = at;
    if (next < end && !text.startsWith(' # {', next)) {
      next = this.#seconds(next, end, 'the timestamp');
      if (next < 0) return false;
      [sample.timestampStart, sample.timestampEnd] = [this.#wordStart, next];
    }
    if (next === end) return true;
    if (text.startsWith(' # {', next)) return this.#exemplar(next, end);
    this.#fail(
      next,
      end,
      (it) => `${it} follows the timestamp, expected the end of the line or an exemplar: # {…} value`,
    );
    return false;
  }

  #exemplar(at: number, end: number): boolean {
    const { text } = this;
    this.sample.exemplarStart = at + 3;
    let next = this.#labels.scan(at + 4, true);
    if (next < 0) return false;
    if (text.slice(at + 4, next).startsWith('"'))
      this.problems.add(
        UTF8_EXEMPLAR,
        at + 4,
        next,
        (it) => `a label name of the exemplar stands in quotes: ${it}, which Prometheus 2 refuses`,
      );
    next = this.#number(next, end, 'the value of the exemplar');
    if (next >= 0 && next < end) next = this.#seconds(next, end, 'the timestamp of the exemplar');
    if (next < 0) return false;
    if (next === end) return true;
    this.#fail(next, end, (it) => `${it} follows the exemplar, expected the end of the line`);
    return false;
  }

  #seconds(at: number, end: number, what: string): number {
    const next = this.#number(at, end, what);
    if (next < 0 || Number.isFinite(numberOf(this.text.slice(this.#wordStart, next)))) return next;
    return this.#fail(this.#wordStart, next, (it) => `${what} is ${it}, expected seconds since 1970`);
  }

  #fail(start: number, end: number, message: (excerpt: string) => string): -1 {
    this.problems.add(BROKEN, start, end, message);
    return -1;
  }
}

/** Tabs are no blanks in OpenMetrics. */
function spaceOrEnd(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && text.charCodeAt(i) !== ch.SPACE) i++;
  return i;
}
