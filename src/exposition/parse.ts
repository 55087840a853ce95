import { decodeBody } from './decode.js';
import type { Exposition, ExpositionFamily, ExpositionOptions } from './exposition.js';
import { UNDECLARED } from './families.js';
import { Ledger } from './ledger.js';
import { OpenMetricsFormat } from './openmetrics-format.js';
import { ProblemList } from './problem-list.js';
import { Sample } from './sample.js';
import { TextFormat } from './text-format.js';

/**
 * Reads an exposition to its end and says what is wrong with it, for Prometheus and for stricter readers. Never throws. Memory beside
 * the text: 8 to 32 bytes a series, one entry a family and a bounded number of problems.
 */
export function parseExposition(body: string | Uint8Array, options: ExpositionOptions): Exposition {
  const { text, broken } = typeof body === 'string' ? { text: body, broken: false } : decodeBody(body);
  const problems = new ProblemList(text, options.limits?.problems);
  const ledger = new Ledger(text, problems, options, broken, (place) => {
    reader.again(place);
    return twin;
  });
  const twin = new Sample(text);
  const reader = readerOf(text, twin, new ProblemList(text), ledger, options);
  readerOf(text, new Sample(text), problems, ledger, options).read();
  ledger.finish();
  const { samples, mostLabels, longestLabelName, longestLabelValue } = ledger;
  return {
    format: options.format,
    samples,
    series: ledger.table.size,
    families: ledger.families.all.map(summary),
    mostLabels,
    longestLabelName,
    longestLabelValue,
    accepted: problems.accepted,
    problems: [...problems.kept].sort((a, b) => a.start - b.start),
    counts: problems.counts,
  };
}

interface Reader {
  /** Reads all of the text. */
  read(): void;
  /** Reads the sample of the line at an offset once more, and tells nobody of it. */
  again(at: number): void;
}

function readerOf(
  text: string,
  sample: Sample,
  problems: ProblemList,
  ledger: Ledger,
  { format }: ExpositionOptions,
): Reader {
  const Format = format === 'text' ? TextFormat : OpenMetricsFormat;
  return new Format(text, sample, problems, ledger);
}

function summary({ name, type, unit, hasHelp, samples }: ReturnType<Ledger['declare']>): ExpositionFamily {
  return { name, type: type === UNDECLARED ? undefined : type, unit, hasHelp, samples };
}
