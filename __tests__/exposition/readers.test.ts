import { describe, expect, test } from '@jest/globals';
import type { ExpositionFormat, ExpositionReader } from '../../src/exposition/exposition.js';
import { parseExposition } from '../../src/exposition/parse.js';

/** Who takes a text: 3 and 2 are Prometheus' scrapes, p is `promtool check metrics`. All of it was asked of the real programs. */
const VERDICTS: Readonly<Record<ExpositionFormat, readonly (readonly [text: string, taken: string])[]>> = {
  text: [
    ['', '32p'],
    ['a 1\n', '32p'],
    ['a 1', '32'],
    ['a 1 \n', '32'],
    ['a 1 1\n', '32p'],
    ['a 1 -5\n', 'p'],
    ['a 1 +5\n', 'p'],
    ['a 1 1700000000000 \n', '32'],
    [' a 1\n', '3p'],
    ['a {b="c"} 1\n', '32p'],
    ['a{b="c"}1\n', '32p'],
    ['a{b="c" d="e"} 1\n', '32'],
    ['a { b = "c" , } 1\n', '32p'],
    ['a{,} 1\n', ''],
    ['a{b="x\ny"} 1\n', '32'],
    ['a{b="x\\dy"} 1\n', '32'],
    ['a{b="x\\\ny"} 1\n', ''],
    ['a{b="1",b="2"} 1\n', ''],
    ['a{__name__="x"} 1\n', ''],
    ['{"a"} 1\n', '32p'],
    ['{"a.b",c="d"} 1\n', '3'],
    ['{c="d","a.b"} 1\n', '3'],
    ['{c="d"} 1\n', ''],
    ['z 1\n{c="d"} 1\n', 'p'],
    ['{"a","b"} 1\n', ''],
    ['a{"b"} 1\n', ''],
    ['a{"b.c"="d"} 1\n', '3'],
    ['{""} 1\n', ''],
    ['a{""="x"} 1\n', ''],
    ['# TYPE a  counter\na 1\n', 'p'],
    ['# TYPE a Counter\na 1\n', 'p'],
    ['# TYPE a unknown\na 1\n', ''],
    ['# TYPE a counter \na 1\n', ''],
    ['# TYPE a\na 1\n', 'p'],
    ['# TYPE \na 1\n', 'p'],
    ['# TYPE\na 1\n', '32p'],
    ['# HELP a{b} c\n', '32'],
    ['#TYPE a foo\na 1\n', '32'],
    ['# HELP a x\\y\na 1\n', '32'],
    ['# HELP a b\n# HELP a b\na 1\n', '32'],
    ['a 1\n# TYPE a counter\n', '32'],
    ['# TYPE a gaugehistogram\na 1\n', 'p'],
    ['# HELP "a.b" x\n', '32'],
    ['a 0x10\n', ''],
    ['a 1_000\n', ''],
    ['a 1e400\n', ''],
    ['a 1e-400\n', '32p'],
    ['a +nan\n', ''],
    ['a -Infinity\n', '32p'],
    ['a .5\na 5.\n', '32p'],
    ['a .\n', ''],
    ['a 1 99999999999999999999\n', ''],
    ['a 1\r\n', ''],
    ['# HELP a b\r\na 1\n', '32p'],
    ['a 1\n\0b 1\n', '32'],
    ['# TYPE a histogram\na_bucket{le="x"} 1\n', '32'],
    ['# TYPE a summary\na{quantile="0x1p3"} 1\n', '32'],
    ['\ufeffa 1\n', ''],
    ['a_total 1 # {x="y"} 1\n', ''],
  ],
  openmetrics: [
    ['', '3'],
    ['# EOF', '32'],
    ['a 1\n', ''],
    ['a 1\n# EOF\n\n', ''],
    ['a 1 \n# EOF\n', ''],
    ['a  1\n# EOF\n', ''],
    ['a{b="c", d="e"} 1\n# EOF\n', ''],
    ['a{b="c",} 1\n# EOF\n', '32'],
    ['a 1 -5\n# EOF\n', '32'],
    ['a 1 NaN\n# EOF\n', ''],
    ['# c\n# EOF\n', ''],
    ['# HELP a\n# EOF\n', ''],
    ['# HELP a \n# EOF\n', '32'],
    ['# TYPE a untyped\n# EOF\n', ''],
    ['# UNIT a_x x\n# EOF\n', '32'],
    ['# UNIT ax x\n# EOF\n', ''],
    ['a_total 1 1 # {t="x"} 1 1.5\n# EOF\n', '32'],
    ['a_total 1 # {"t"="x"} 1\n# EOF\n', '3'],
    ['a_total 1 # {t="x"}\n# EOF\n', ''],
    ['a_total 1 # {t="x"} 1 NaN\n# EOF\n', ''],
    ['{"a.b",c="d"} 1\n# EOF\n', '3'],
    ['a\t1\n# EOF\n', ''],
    ['a 1\r\n# EOF\r\n', ''],
    ['a 1\na 2\n# EOF\n', '32'],
  ],
};

function takers(text: string, format: ExpositionFormat): string {
  const { accepted } = parseExposition(text, { format });
  const takes = (...readers: ExpositionReader[]): boolean => readers.every((reader) => accepted[reader]);
  const promtool = format === 'text' && takes('promtool');
  return `${takes('prometheus') ? '3' : ''}${takes('prometheus', 'prometheus2') ? '2' : ''}${promtool ? 'p' : ''}`;
}

describe.each(['text', 'openmetrics'] as const)('who takes %s', (format) => {
  test.each(VERDICTS[format])('%j', (text, taken) => {
    expect(takers(text, format)).toBe(taken);
  });
});

test('bytes that are no UTF-8 matter in labels and help, not in comments', () => {
  const taken = (text: string): boolean =>
    parseExposition(Buffer.from(text, 'latin1'), { format: 'text' }).accepted.prometheus;
  expect(taken('# \xff\na 1\n')).toBe(true);
  expect(taken('# HELP a \xff\na 1\n')).toBe(false);
  expect(taken('a{b="\xff"} 1\n')).toBe(false);
  expect(taken('{"\xff"} 1\n')).toBe(false);
});
