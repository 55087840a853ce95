import type { Location, Position } from './finding.js';

/** What a file is to Scrapegate. */
export type FileKind =
  | 'compose'
  | 'env'
  | 'dockerfile'
  | 'settings'
  | 'text'
  | 'prometheus'
  | 'scrape-configs'
  | 'target-groups'
  | 'rules'
  | 'rule-tests'
  | 'alertmanager'
  | 'template'
  | 'web'
  | 'blackbox'
  | 'grafana-datasources'
  | 'grafana-dashboards'
  | 'dashboard'
  | 'metrics';

/** A text that was read, and the means to turn its offsets into lines and columns. */
export class SourceFile {
  readonly #lineStarts: number[] = [];

  /**
   * @param path relative to the working directory, as messages print it
   * @param text the whole content, without a byte order mark
   * @param origin where the first character stands when the text is a block scalar inside the file at `path`
   */
  constructor(
    readonly path: string,
    readonly kind: FileKind,
    readonly text: string,
    private readonly origin: Position = { line: 1, column: 1 },
  ) {}

  /** Whether it is a part of the file at `path`, where its lines are written otherwise: indented, or with escapes. */
  get isInline(): boolean {
    return this.origin.line !== 1 || this.origin.column !== 1;
  }

  /** The position of an offset; binary search over line starts, which are found on first use. */
  position(offset: number): Position {
    if (this.#lineStarts.length === 0) this.#findLines();
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + this.origin.line, column: offset - (this.#lineStarts[low] ?? 0) + this.origin.column };
  }

  #findLines(): void {
    this.#lineStarts.push(0);
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1);
  }
}

/** Where a value came from: half-open offsets into one file. */
export interface SourceRange {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** The location a finding prints for a range. */
export function locate(range: SourceRange): Location {
  return { file: range.file.path, start: range.file.position(range.start), end: range.file.position(range.end) };
}

/** A value and the place that gave it. */
export interface Located<T> {
  readonly value: T;
  readonly at: SourceRange;
}
