import * as ch from './characters.js';
import { firstBrokenByte } from './decode.js';
import type { Ledger } from './ledger.js';
import { BROKEN, type Fault, type ProblemList } from './problem-list.js';
import { quotedNameEnd } from './text-metadata.js';

const TYPES = ['counter', 'gauge', 'histogram', 'gaugehistogram', 'summary', 'info', 'stateset', 'unknown'];
const LATE: Fault = { code: 'late-metadata', severity: 'warning', refusedBy: [] };

/** A line that starts with `#` in OpenMetrics: HELP, TYPE or UNIT with one blank between its parts, and nothing else. */
export function readOpenMetricsMetadata(
  text: string,
  at: number,
  end: number,
  problems: ProblemList,
  ledger: Ledger,
): void {
  const keyword = text.slice(at + 2, at + 6);
  const isMetadata =
    text.startsWith('# ', at) && ['HELP', 'TYPE', 'UNIT'].includes(keyword) && text.charCodeAt(at + 6) === ch.SPACE;
  if (!isMetadata) {
    problems.add(
      BROKEN,
      at,
      end,
      (it) => `found ${it}, expected # HELP, # TYPE, # UNIT or # EOF: OpenMetrics has no other comments`,
    );
    return;
  }
  const start = at + 7;
  const quoted = text.charCodeAt(start) === ch.QUOTE;
  const nameEnd = quoted ? quotedNameEnd(text, start, end) : ch.metricNameEnd(text, start);
  if (nameEnd <= start) {
    problems.add(
      BROKEN,
      start,
      end,
      (it) => `${it} follows ${keyword}, expected the name of a metric family after one blank`,
    );
    return;
  }
  const name = quoted ? text.slice(start + 1, nameEnd - 1) : text.slice(start, nameEnd);
  if (text.charCodeAt(nameEnd) !== ch.SPACE || end === text.length) {
    problems.add(
      BROKEN,
      nameEnd,
      end,
      (it) => `${it} follows the name in ${keyword} of ${name}, expected one blank and a whole line`,
    );
    return;
  }
  const family = ledger.declare(name, quoted ? start + 1 : start);
  const value = text.slice(nameEnd + 1, end);
  const again = keyword === 'TYPE' ? family.type : keyword === 'UNIT' ? family.unit : family.hasHelp || undefined;
  if (again !== undefined || family.samples > 0)
    problems.add(
      LATE,
      at,
      end,
      () =>
        `${keyword} of ${name} ${again === undefined || family.samples > 0 ? 'follows samples of the family' : 'is said a second time'}, expected it once and before them`,
    );
  if (keyword === 'TYPE') {
    if (!TYPES.includes(value))
      problems.add(
        BROKEN,
        nameEnd + 1,
        end,
        (it) => `the type of ${name} is ${it}, expected one of ${TYPES.join(', ')}`,
      );
    else family.type ??= value;
  } else if (keyword === 'UNIT') {
    if (value !== '' && !name.endsWith(`_${value}`))
      problems.add(
        BROKEN,
        nameEnd + 1,
        end,
        (it) => `the unit of ${name} is ${it}, expected the name to end in it after an underscore`,
      );
    family.unit ??= value;
  } else {
    family.hasHelp = true;
    const broken = ledger.broken ? firstBrokenByte(text, nameEnd, end) : -1;
    if (broken >= 0) problems.add(BROKEN, broken, broken + 1, () => `the help of ${name} is not UTF-8`);
  }
}
