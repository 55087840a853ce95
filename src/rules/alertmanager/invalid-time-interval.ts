import { timeZoneExists } from '../../model/time-zone.js';
import { child, items, text, type YamlNode } from '../../model/yaml-node.js';
import { mappingsOf } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Times, days, months, years and time zones that Alertmanager does not take. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager'],
  code: 'alertmanager/invalid-time-interval',
  severity: 'error',
  summary: 'a time interval with a time, day, month, year or time zone that does not exist',
  why: 'Alertmanager refuses to start when a part of a time interval cannot be read, or ends before it begins.',
  remedy: 'write ranges such as monday:friday or 09:00 to 17:00, the earlier part first',
  check: (document) => [
    ...mappingsOf(document, 'time_range').flatMap(({ node }) => timesProblem(node)),
    ...mappingsOf(document, 'time_interval').flatMap(({ node }) => [
      ...RANGES.flatMap((range) => items(child(node, range.key)).flatMap((item) => rangeProblem(range, item))),
      ...locationProblem(child(node, 'location')),
    ]),
  ],
};

interface Range {
  readonly key: string;
  readonly expected: string;
  /** The number of a member; undefined when it is none. */
  number(member: string): number | undefined;
  /** What is wrong with a range that can be read. */
  fault?(begin: number, end: number): string | undefined;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

const RANGES: readonly Range[] = [
  {
    key: 'weekdays',
    expected: 'a day such as monday, or days such as monday:friday',
    number: (member) => (WEEKDAYS.includes(member) ? WEEKDAYS.indexOf(member) : undefined),
  },
  {
    key: 'days_of_month',
    expected: 'a day from 1 to 31 or from -31 to -1, or days such as 1:5',
    number: whole,
    fault: dayFault,
  },
  {
    key: 'months',
    expected: 'a month such as january or 1, or months such as may:august',
    number: (member) => (MONTHS.includes(member) ? MONTHS.indexOf(member) + 1 : whole(member)),
  },
  { key: 'years', expected: 'a year such as 2026, or years such as 2026:2028', number: whole },
];

function whole(member: string): number | undefined {
  return /^[-+]?[0-9]+$/.test(member) && Math.abs(Number(member)) < 2 ** 63 ? Number(member) : undefined;
}

function dayFault(begin: number, end: number): string | undefined {
  if ([begin, end].some((day) => day === 0 || Math.abs(day) > 31)) return 'a day from 1 to 31 or from -31 to -1';
  if (begin < 0 && end > 0) return 'a negative last day, since the first one is negative';
  // The shortest month decides whether a day counted from the end comes before one counted from the beginning.
  const fromStart = (day: number): number => (day < 0 ? 28 + day : day);
  return fromStart(begin) > fromStart(end) ? 'a first day that is before the last one in every month' : undefined;
}

function rangeProblem(range: Range, item: YamlNode): Problem[] {
  const written = text(item);
  if (written === undefined) return [];
  const say = (expected: string): Problem[] => [
    { message: `"${written}" in ${range.key} is not valid, expected ${expected}`, at: item.at },
  ];
  const members = written
    .toLowerCase()
    .split(':')
    .map((member) => range.number(member));
  const [begin, end = begin] = members;
  if (members.length > 2 || members.includes(undefined) || begin === undefined || end === undefined)
    return say(range.expected);
  const fault = range.fault?.(begin, end);
  if (fault !== undefined) return say(fault);
  if (!range.fault && begin > end) return say('the earlier part first');
  // Alertmanager starts with such a month, which never comes.
  if (range.key === 'months' && (begin < 1 || end > 12))
    return say('a month from 1 to 12').map((problem) => ({ ...problem, severity: 'warning' as const }));
  return [];
}

const TIME = /^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/;

function timesProblem(range: YamlNode): Problem[] {
  const start = child(range, 'start_time');
  const end = child(range, 'end_time');
  const [from, to] = [text(start) ?? '', text(end) ?? ''];
  if (from === '' || to === '')
    return [
      {
        message: `a range of times has no ${from === '' ? 'start_time' : 'end_time'}, expected both`,
        at: range.at,
        help: 'add start_time and end_time, such as "09:00" and "17:00"',
      },
    ];
  const wrong = [start, end].filter((time) => !TIME.test(text(time) ?? ''));
  if (wrong.length > 0)
    return wrong.flatMap((time) =>
      time
        ? [{ message: `the time "${text(time) ?? ''}" is not valid, expected HH:MM from 00:00 to 24:00`, at: time.at }]
        : [],
    );
  if (from < to) return [];
  return [
    {
      message: `start_time "${from}" is not before end_time "${to}"`,
      at: start?.at,
      help: 'split a range that passes midnight into one up to 24:00 and one from 00:00',
    },
  ];
}

function locationProblem(node: YamlNode | undefined): Problem[] {
  const name = text(node);
  if (!node || name === undefined || timeZoneExists(name)) return [];
  return [
    {
      message: `location "${name}" is no time zone, expected a name such as Europe/Berlin or UTC`,
      at: node.at,
      help: 'write a name of the IANA time zone database; upper and lower case count',
    },
  ];
}
