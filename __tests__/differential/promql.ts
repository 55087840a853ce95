import { chance, pick, upTo, type Random } from './random.js';

const METRICS = ['up', 'http_requests_total', 'job:errors:rate5m', 'node_cpu_seconds_total', 'sum', 'offset_x', ':a'];
const LABELS = ['job', 'instance', 'le', 'code', 'by', 'on'];
const VALUES = ['"agent"', "'a'", '`raw\\d`', '"5.."', '""', '"a\\nb"', '"\\u0041"'];
const REGEXES = ['"5.."', '"a|b"', '".*"', '".+"', "'(?i)x'", '"[a-z]+"', '`\\d+`', '"("', '"a{1001}"', '"(?=x)"'];
const DURATIONS = ['5m', '1h30m', '1d', '300', '1w', '30s', '500ms', '1.5m', '0', '5m5h', '1y'];
const NUMBERS = ['1', '0.5', '.5', '5.', '1e3', '0x1F', 'Inf', 'NaN', '1_000', '1e', '0x', '-1', '5m', '1__0', '08'];
const VECTOR_FUNCTIONS = ['abs', 'ceil', 'sort', 'scalar', 'absent', 'histogram_avg', 'timestamp', 'ln', 'sgn'];
const RANGE_FUNCTIONS = [
  'rate',
  'increase',
  'delta',
  'avg_over_time',
  'changes',
  'deriv',
  'irate',
  'present_over_time',
  'mad_over_time',
];
const AGGREGATIONS = ['sum', 'avg', 'max', 'count', 'group', 'stddev', 'Sum', 'MIN'];

/** An expression that is right, whatever its parts. */
export function expression(random: Random, depth = 3): string {
  if (depth <= 0 || chance(random, 0.15)) return selector(random);
  const inner = (): string => expression(random, depth - 1);
  const range = (): string =>
    chance(random, 0.15)
      ? `(${inner()})[${duration(random)}:${chance(random, 0.5) ? duration(random) : ''}]`
      : `${selector(random)}[${duration(random)}]`;
  const forms: (() => string)[] = [
    () => `${pick(random, RANGE_FUNCTIONS.slice(0, -1))}(${range()}${moved(random)})`,
    () => `${pick(random, VECTOR_FUNCTIONS)}(${inner()})`,
    () => `${pick(random, AGGREGATIONS)}${grouping(random)}(${inner()})`,
    () => `${pick(random, AGGREGATIONS)}(${inner()})${grouping(random)}`,
    () => `${pick(random, ['topk', 'bottomk'])}(${pick(random, ['3', '5'])}, ${inner()})`,
    () => `quantile(0.9, ${inner()})`,
    () => `count_values("v", ${inner()})`,
    () => `${inner()} ${pick(random, ['+', '-', '*', '/', '%', '^'])} ${inner()}`,
    () =>
      `${inner()} ${pick(random, ['>', '<', '==', '!=', '>=', '<='])}${chance(random, 0.3) ? ' bool' : ''} ${pick(random, ['0', '1.5', '10'])}`,
    () =>
      `${selector(random)} ${pick(random, ['and', 'or', 'unless', 'AND'])}${chance(random, 0.4) ? ` on(${pick(random, LABELS)})` : ''} ${inner()}`,
    () => `${selector(random)} / ${matching(random)} ${selector(random)}`,
    () => `histogram_quantile(0.9, ${inner()})`,
    () => `label_replace(${inner()}, "a", "$1", "b", "(.*)")`,
    () => `clamp(${inner()}, 0, 10)`,
    () => `-${inner()}`,
    () => `(${inner()})`,
    () => `${selector(random)}${moved(random)}`,
    () => pick(random, ['vector(1)', 'time()', 'hour()', 'pi() * vector(2)', 'round(up, 0.5)', 'day_of_week(up)']),
  ];
  return pick(random, forms)();
}

function selector(random: Random): string {
  const metric = chance(random, 0.9) ? pick(random, METRICS) : '';
  if (metric !== '' && chance(random, 0.5)) return metric;
  const matchers = Array.from({ length: 1 + upTo(random, 1) }, () =>
    chance(random, 0.7)
      ? `${pick(random, LABELS)}${pick(random, ['=', '!='])}${pick(random, VALUES)}`
      : `${pick(random, LABELS)}${pick(random, ['=~', '!~'])}${pick(random, chance(random, 0.9) ? REGEXES.slice(0, 7) : REGEXES)}`,
  );
  return `${metric}{${matchers.join(', ')}${chance(random, 0.1) ? ',' : ''}}`;
}

function duration(random: Random): string {
  return pick(random, DURATIONS.slice(0, 7));
}

function moved(random: Random): string {
  return pick(random, [
    '',
    '',
    '',
    ` offset ${duration(random)}`,
    ' offset -5m',
    ' @ 1600000000',
    ' @ start()',
    ' @ end() offset 1h',
  ]);
}

function grouping(random: Random): string {
  return pick(random, ['', '', ` by (${pick(random, LABELS)})`, ` without (${pick(random, LABELS)}, x)`, ' by ()']);
}

function matching(random: Random): string {
  return pick(random, [
    'on(job)',
    'ignoring(code)',
    'on(job) group_left',
    'on(job) group_right(code)',
    'on() group_left(x)',
    '',
  ]);
}

const SNIPPETS = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  ' and ',
  ' by ',
  '"',
  "'",
  ' offset ',
  ' bool ',
  '=',
  '=~',
  '+',
  ' on(x) ',
  '[5m]',
  '@',
  ':',
  ' rate',
  ' sum',
  '#',
  '!',
  '5m',
  '1',
  '$x',
  '.',
  ' group_left ',
  'foo(up)',
  ' limitk(1, up)',
  ' ',
  '\t',
  ' or vector(0)',
  '[1m:]',
];

/** Slips in an expression: a character lost or doubled, a word in a wrong place, a wrong function or number. */
export function slip(text: string, random: Random): string {
  const at = upTo(random, text.length);
  const slips: (() => string)[] = [
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.slice(0, at) + pick(random, SNIPPETS) + text.slice(at),
    () =>
      text.replace(
        /\b(?:rate|increase|delta|irate)\b/,
        pick(random, ['abs', 'Rate', 'ratee', 'sum', 'quantile', 'mad_over_time']),
      ),
    () => text.replace(/\[[^\]]*\]/, ''),
    () => text.replace(/\d+(?:\.\d+)?/, pick(random, NUMBERS)),
    () => text.replace(/\[[^\]]*\]/, `[${pick(random, DURATIONS)}]`),
    () => text.replace(/[a-z_]+\(/, pick(random, ['up(', 'sum(', 'rate(', 'topk(', 'vector(', 'label_join('])),
    () => text.replace(/, ?/, ''),
    () => `${text} ${pick(random, SNIPPETS)}`,
    () =>
      `${text} ${pick(random, ['> bool 1', '== on(job) 1', 'and 1', '+ "a"', '/ ignoring(x) up', 'atan2 2', '^ -1'])}`,
  ];
  return pick(random, slips)();
}
