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
  const head = headOf(text, at, end);
  if ('message' in head) {
    problems.add(BROKEN, head.from, end, head.message);
    return;
  }
  const { keyword, name, nameStart, valueStart } = head;
  const family = ledger.declare(name, nameStart);
  refuseLate(keyword, family, { at, end, problems });
  const value = { text, start: valueStart, end, problems };
  if (keyword === 'TYPE') readType(family, value);
  else if (keyword === 'UNIT') readUnit(family, value);
  else readHelp(family, value, ledger.broken);
}

interface Head {
  readonly keyword: string;
  readonly name: string;
  readonly nameStart: number;
  readonly valueStart: number;
}

/** Why a line is none, and from where on. */
interface Misfit {
  readonly from: number;
  /** @param it the text from there on, quoted */
  readonly message: (it: string) => string;
}

/** The parts before the value. */
function headOf(text: string, at: number, end: number): Head | Misfit {
  const keyword = text.slice(at + 2, at + 6);
  const isMetadata =
    text.startsWith('# ', at) && ['HELP', 'TYPE', 'UNIT'].includes(keyword) && text.charCodeAt(at + 6) === ch.SPACE;
  if (!isMetadata) {
    const message = (it: string): string =>
      `found ${it}, expected # HELP, # TYPE, # UNIT or # EOF: OpenMetrics has no other comments`;
    return { from: at, message };
  }
  const start = at + 7;
  const quoted = text.charCodeAt(start) === ch.QUOTE;
  const nameEnd = quoted ? quotedNameEnd(text, start, end) : ch.metricNameEnd(text, start);
  if (nameEnd <= start) {
    const message = (it: string): string =>
      `${it} follows ${keyword}, expected the name of a metric family after one blank`;
    return { from: start, message };
  }
  const nameStart = quoted ? start + 1 : start;
  const name = text.slice(nameStart, quoted ? nameEnd - 1 : nameEnd);
  if (text.charCodeAt(nameEnd) === ch.SPACE && end !== text.length)
    return { keyword, name, nameStart, valueStart: nameEnd + 1 };
  const message = (it: string): string =>
    `${it} follows the name in ${keyword} of ${name}, expected one blank and a whole line`;
  return { from: nameEnd, message };
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
