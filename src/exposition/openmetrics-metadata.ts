import * as ch from './characters.js';
import { firstBrokenByte } from './decode.js';
import type { Family } from './families.js';
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
  refuseLate(keyword, family, { at, end, problems });
  const value = { text, start: nameEnd + 1, end, problems };
  if (keyword === 'TYPE') readType(family, value);
  else if (keyword === 'UNIT') readUnit(family, value);
  else readHelp(family, value, ledger.broken);
}

interface Value {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly problems: ProblemList;
}

function refuseLate(
  keyword: string,
  family: Family,
  { at, end, problems }: { at: number; end: number; problems: ProblemList },
): void {
  const again = keyword === 'TYPE' ? family.type : keyword === 'UNIT' ? family.unit : family.hasHelp || undefined;
  if (again === undefined && family.samples === 0) return;
  const why = family.samples > 0 ? 'follows samples of the family' : 'is said a second time';
  problems.add(LATE, at, end, () => `${keyword} of ${family.name} ${why}, expected it once and before them`);
}

function readType(family: Family, { text, start, end, problems }: Value): void {
  const type = text.slice(start, end);
  if (TYPES.includes(type)) family.type ??= type;
  else
    problems.add(
      BROKEN,
      start,
      end,
      (it) => `the type of ${family.name} is ${it}, expected one of ${TYPES.join(', ')}`,
    );
}

function readUnit(family: Family, { text, start, end, problems }: Value): void {
  const unit = text.slice(start, end);
  if (unit !== '' && !family.name.endsWith(`_${unit}`))
    problems.add(
      BROKEN,
      start,
      end,
      (it) => `the unit of ${family.name} is ${it}, expected the name to end in it after an underscore`,
    );
  family.unit ??= unit;
}

function readHelp(family: Family, { text, start, end, problems }: Value, isBroken: boolean): void {
  family.hasHelp = true;
  const broken = isBroken ? firstBrokenByte(text, start, end) : -1;
  if (broken >= 0) problems.add(BROKEN, broken, broken + 1, () => `the help of ${family.name} is not UTF-8`);
}
