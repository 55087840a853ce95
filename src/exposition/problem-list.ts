import type { Severity } from '../model/finding.js';
import type { ExpositionCode, ExpositionProblem, ExpositionReader } from './exposition.js';

/** Enough to show; a broken exporter repeats itself. */
const MOST_OF_A_CODE = 20;
const LONGEST_EXCERPT = 60;

/** What is wrong and who minds. */
export interface Fault {
  readonly code: ExpositionCode;
  readonly severity: Severity;
  readonly refusedBy: readonly ExpositionReader[];
}

/** Everybody who reads the text format refuses it. */
export const BROKEN: Fault = {
  code: 'syntax',
  severity: 'error',
  refusedBy: ['prometheus', 'prometheus2', 'promtool'],
};
/** Prometheus refuses it, promtool does not. */
export const NOT_SCRAPED: Fault = { code: 'syntax', severity: 'error', refusedBy: ['prometheus', 'prometheus2'] };
/** Prometheus takes it, promtool does not. */
export const STRICT: Fault = { code: 'strict-reader', severity: 'warning', refusedBy: ['promtool'] };

/** Keeps problems, a bounded number of each code, and counts all of them. */
export class ProblemList {
  readonly kept: ExpositionProblem[] = [];
  readonly counts: Partial<Record<ExpositionCode, number>> = {};
  readonly accepted: Record<ExpositionReader, boolean> = { prometheus: true, prometheus2: true, promtool: true };
  /** Where the line that is being read starts, and its number. */
  lineStart = 0;
  line = 0;

  constructor(
    private readonly text: string,
    private readonly most = MOST_OF_A_CODE,
  ) {}

  add({ code, severity, refusedBy }: Fault, start: number, end: number, message: (excerpt: string) => string): void {
    for (const reader of refusedBy) this.accepted[reader] = false;
    const count = (this.counts[code] ?? 0) + 1;
    this.counts[code] = count;
    if (count > this.most) return;
    const { line, column } = this.#position(start);
    const raw = this.text.slice(start, Math.min(end, start + LONGEST_EXCERPT));
    const text = end - start > LONGEST_EXCERPT ? `${raw}…` : raw;
    this.kept.push({ code, severity, refusedBy, message: message(quoted(text)), line, column, text, start, end });
  }

  /** A problem is mostly on the line that is being read, or on a later line of the same entry. */
  #position(offset: number): { line: number; column: number } {
    let [line, start] = [this.line, this.lineStart];
    if (offset < start) {
      line = 1;
      start = 0;
    }
    for (let at = this.text.indexOf('\n', start); at >= 0 && at < offset; at = this.text.indexOf('\n', at + 1)) {
      line++;
      start = at + 1;
    }
    return { line, column: offset - start + 1 };
  }
}

/** As JSON writes it, so that control characters show. */
export function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
