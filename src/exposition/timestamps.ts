import type { ExpositionOptions } from './exposition.js';
import type { Fault, ProblemList } from './problem-list.js';
import type { Sample } from './sample.js';

const FAR: Fault = { code: 'timestamp-far-off', severity: 'warning', refusedBy: [] };
/** Prometheus drops samples that are further ahead. Source: maxAheadTime in its scrape package. */
const MOST_AHEAD_MS = 10 * 60_000;
/** What is older may be outside of the head block, and is not seen by a query for the present. */
const MOST_BEHIND_MS = 60 * 60_000;
/** 1973 in milliseconds, 5138 in seconds: a number on the wrong side is of the other unit. */
const UNIT_BORDER = 1e11;

/** A timestamp of the wrong unit, or far from now where that is known. */
export function judgeTimestamp(sample: Sample, problems: ProblemList, { format, nowMs }: ExpositionOptions): void {
  const { timestampStart: start, timestampEnd: end } = sample;
  if (start < 0) return;
  const written = Number(sample.text.slice(start, end));
  const inSeconds = format === 'openmetrics';
  if (written !== 0 && written < UNIT_BORDER !== inSeconds) {
    const [wrong, right] = inSeconds ? ['milliseconds', 'seconds'] : ['seconds', 'milliseconds'];
    problems.add(
      FAR,
      start,
      end,
      (it) => `the timestamp ${it} seems to be in ${wrong}, expected ${right}: Prometheus drops the sample`,
    );
    return;
  }
  if (nowMs === undefined) return;
  const ahead = (inSeconds ? written * 1000 : written) - nowMs;
  if (ahead > MOST_AHEAD_MS)
    problems.add(
      FAR,
      start,
      end,
      (it) =>
        `the timestamp ${it} is ${span(ahead)} in the future: Prometheus drops samples more than 10 minutes ahead`,
    );
  else if (-ahead > MOST_BEHIND_MS)
    problems.add(
      FAR,
      start,
      end,
      (it) =>
        `the timestamp ${it} is ${span(-ahead)} in the past: Prometheus may drop the sample, and queries of the present do not see it`,
    );
}

function span(ms: number): string {
  const hours = ms / 3_600_000;
  if (hours < 1) return `${String(Math.round(ms / 60_000))} minutes`;
  return hours < 48 ? `${String(Math.round(hours))} hours` : `${String(Math.round(hours / 24))} days`;
}
