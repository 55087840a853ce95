import * as ch from './characters.js';
import { firstBrokenByte } from './decode.js';
import type { Ledger } from './ledger.js';
import { BROKEN, NOT_SCRAPED, STRICT, type ProblemList } from './problem-list.js';

const TYPES = ['counter', 'gauge', 'histogram', 'summary', 'untyped'];
/** Prometheus 2 does not judge names in metadata. */
const QUOTED = { code: 'utf8-name', severity: 'notice', refusedBy: ['promtool'] } as const;
const LATE = { code: 'late-metadata', severity: 'warning', refusedBy: ['promtool'] } as const;

/**
 * A comment of the text format. Prometheus reads HELP and TYPE only after `#` and a blank and takes their rest literally; promtool
 * reads them without the blank too, skips more blanks and judges escapes.
 */
export function readTextMetadata(text: string, hash: number, end: number, problems: ProblemList, ledger: Ledger): void {
  const word = ch.skipBlanks(text, hash + 1);
  const scraped = word > hash + 1;
  const wordEnd = ch.wordEnd(text, word);
  const keyword = wordEnd - word === 4 ? text.slice(word, wordEnd) : '';
  if ((keyword !== 'HELP' && keyword !== 'TYPE') || wordEnd === end) return;
  const start = ch.skipBlanks(text, wordEnd);
  const nameEnd = text.charCodeAt(start) === ch.QUOTE ? quotedNameEnd(text, start, end) : ch.metricNameEnd(text, start);
  if (nameEnd <= start) {
    const fault = !scraped ? STRICT : start === end ? NOT_SCRAPED : BROKEN;
    if (scraped || start !== end)
      problems.add(fault, start, end, (it) => `${it} follows ${keyword}, expected the name of a metric family`);
    return;
  }
  const after = text.charCodeAt(nameEnd);
  const blank = after === ch.SPACE || after === ch.TAB;
  if (nameEnd < end && !blank)
    problems.add(
      STRICT,
      start,
      end,
      (it) => `${keyword} is of ${it}, expected a blank after the name of the metric family`,
    );
  const name = text.charCodeAt(start) === ch.QUOTE ? text.slice(start + 1, nameEnd - 1) : text.slice(start, nameEnd);
  if (name !== '' && ch.metricNameEnd(name, 0) !== name.length)
    problems.add(QUOTED, start, nameEnd, (it) => `${keyword} is of ${it}, a name in quotes: promtool refuses it`);
  const says: Line = { text, start, end, rest: nameEnd, name, scraped, blank, problems, ledger };
  if (keyword === 'TYPE') readType(says);
  else readHelp(says);
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where the name ends. */
  readonly rest: number;
  readonly name: string;
  /** Whether Prometheus reads the line at all. */
  readonly scraped: boolean;
  readonly blank: boolean;
  readonly problems: ProblemList;
  readonly ledger: Ledger;
}

function readType({ text, start, end, rest, name, scraped, blank, problems, ledger }: Line): void {
  const written = ch.skipBlanks(text, rest);
  const type = text.slice(written, end);
  const taken = TYPES.includes(text.slice(rest + 1, end));
  const lenient = TYPES.includes(type.toLowerCase()) || /^gauge_?histogram$/i.test(type);
  const takenByPromtool = written === end || lenient;
  const expected = `expected one of ${TYPES.join(', ')}`;
  if (scraped && !taken)
    problems.add(
      takenByPromtool ? NOT_SCRAPED : BROKEN,
      Math.min(rest + 1, end),
      end,
      (it) => `the type of ${name} is ${it}, ${expected} after one blank`,
    );
  else if (!scraped && !takenByPromtool)
    problems.add(STRICT, written, end, (it) => `the type of ${name} is ${it}, ${expected}`);
  const family = blank ? ledger.declare(name, start) : undefined;
  if (!family || written === end) return;
  if (family.type !== undefined) {
    const why = family.samples > 0 ? 'follows samples of the family' : 'says the type a second time';
    problems.add(LATE, start, end, () => `TYPE of ${name} ${why}, expected it once and before them`);
  } else family.type = lenient ? type.toLowerCase() : 'untyped';
}

function readHelp({ text, start, end, rest, name, scraped, blank, problems, ledger }: Line): void {
  const help = ch.skipBlanks(text, rest);
  const broken = ledger.broken ? firstBrokenByte(text, rest, end) : -1;
  if (broken >= 0 && scraped) problems.add(NOT_SCRAPED, broken, broken + 1, () => `the help of ${name} is not UTF-8`);
  const family = blank ? ledger.declare(name, start) : undefined;
  if (!family || help === end) return;
  for (let at = text.indexOf('\\', help); at >= 0 && at < end; at = text.indexOf('\\', at + 2)) {
    if (at + 1 < end && '\\n"'.includes(text.charAt(at + 1))) continue;
    problems.add(
      STRICT,
      at,
      Math.min(at + 2, end),
      (it) => `${it} in the help of ${name} is no escape, expected \\\\ or \\n`,
    );
  }
  if (family.hasHelp) problems.add(LATE, start, end, () => `HELP of ${name} is said a second time, expected it once`);
  family.hasHelp = true;
}

/** Where a name in quotes ends; -1 when its line ends before. */
export function quotedNameEnd(text: string, open: number, lineEnd: number): number {
  for (let i = open + 1; i < lineEnd; i++) {
    const c = text.charCodeAt(i);
    if (c === ch.QUOTE) return i + 1;
    if (c === ch.BACKSLASH) i++;
  }
  return -1;
}
