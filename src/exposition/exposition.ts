import type { Severity } from '../model/finding.js';

/** The text formats of a scrape. Source: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export type ExpositionFormat = 'text' | 'openmetrics';

/**
 * Who reads expositions: the scrape parser of Prometheus 3, the checks that only Prometheus 2 makes, and the parser of
 * `promtool check metrics`, which the Pushgateway and the textfile collector of the node exporter have too.
 */
export type ExpositionReader = 'prometheus' | 'prometheus2' | 'promtool';

/** What can be wrong with an exposition. */
export type ExpositionCode =
  | 'syntax'
  | 'strict-reader'
  | 'no-eof'
  | 'utf8-name'
  | 'late-metadata'
  | 'split-family'
  | 'duplicate-series'
  | 'timestamp-far-off'
  | 'counter-without-total'
  | 'histogram-buckets'
  | 'no-metadata'
  | 'base-unit';

/** Something wrong at one place. */
export interface ExpositionProblem {
  readonly code: ExpositionCode;
  readonly severity: Severity;
  readonly message: string;
  /** From 1, in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  /** The offending text, cut to a readable length, and where it is: half-open offsets. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Who does not take the exposition for it; nobody for what is only unwise. */
  readonly refusedBy: readonly ExpositionReader[];
}

/** A metric family as it was written. */
export interface ExpositionFamily {
  readonly name: string;
  /** Undefined when nothing says it. */
  readonly type: string | undefined;
  readonly unit: string | undefined;
  readonly hasHelp: boolean;
  readonly samples: number;
}

/** What was read. The numbers are what sample_limit, label_limit and the length limits are held against, before target labels. */
export interface Exposition {
  readonly format: ExpositionFormat;
  readonly samples: number;
  /** Distinct series; a series with several timestamps counts once each. */
  readonly series: number;
  readonly families: readonly ExpositionFamily[];
  /** Labels of the sample that has most, the metric name included as label_limit counts it. */
  readonly mostLabels: number;
  readonly longestLabelName: number;
  readonly longestLabelValue: number;
  readonly accepted: Readonly<Record<ExpositionReader, boolean>>;
  /** In the order of the text; at most `limits.problems` of each code. */
  readonly problems: readonly ExpositionProblem[];
  /** How often each code was found, also beyond those that are kept. */
  readonly counts: Readonly<Partial<Record<ExpositionCode, number>>>;
}

/** How to read. */
export interface ExpositionOptions {
  readonly format: ExpositionFormat;
  /** Milliseconds since 1970; without it only timestamps of the wrong unit are noticed. */
  readonly nowMs?: number | undefined;
  readonly limits?: { readonly problems?: number } | undefined;
}
