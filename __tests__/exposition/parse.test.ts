import { describe, expect, test } from '@jest/globals';
import { formatOfContentType, formatOfFile, looksLikeExposition } from '../../src/exposition/content-type.js';
import { decodeBody, firstBrokenByte } from '../../src/exposition/decode.js';
import type { ExpositionOptions } from '../../src/exposition/exposition.js';
import { isNumber } from '../../src/exposition/number.js';
import { parseExposition } from '../../src/exposition/parse.js';

const TEXT: ExpositionOptions = { format: 'text' };
const said = (text: string, options: ExpositionOptions = TEXT): string[] =>
  parseExposition(text, options).problems.map(
    ({ line, column, code, text: it }) => `${String(line)}:${String(column)} ${code} ${it}`,
  );

describe('a problem', () => {
  test('stands where the offending text does', () => {
    const { problems } = parseExposition('# HELP a x\n# TYPE a gauge\na{b="é",c=d} 1\n', TEXT);
    expect(problems).toEqual([
      {
        code: 'syntax',
        severity: 'error',
        message: 'found "d}", expected the label value in double quotes',
        line: 3,
        column: 11,
        text: 'd}',
        start: 36,
        end: 38,
        refusedBy: ['prometheus', 'prometheus2', 'promtool'],
      },
    ]);
  });

  test('is said for each line, and the lines after it are read', () => {
    const text = 'a{b="x} 1\na{b="y"} 2\na{b=z} 3\na{b="w"} 4\n';
    expect(parseExposition(text, TEXT).samples).toBe(2);
    expect(said(text).slice(0, 2)).toEqual(['1:5 syntax "x} 1', '2:1 no-metadata a']);
    expect(said(text)).toContain('3:5 syntax z}');
  });

  test('after a label value of several lines has the line that an editor shows', () => {
    expect(said('# HELP a x\n# TYPE a gauge\na{b="x\n\ny"} 1\na y\n')).toEqual([
      '3:5 strict-reader "x\n\ny"',
      '6:3 syntax y',
    ]);
  });

  test('is kept a bounded number of times and counted beyond', () => {
    const { problems, counts } = parseExposition('a x\n'.repeat(1000), { format: 'text', limits: { problems: 3 } });
    expect(problems.length).toBe(3);
    expect(counts).toEqual({ syntax: 1000 });
  });

  test('shows control characters, and no more of a long line than helps', () => {
    const [first] = parseExposition(`a \u001b[31m${'x'.repeat(500)}\n`, TEXT).problems;
    expect(first?.message).toMatch(/^the value is "\\u001b\[31mx{55}…", expected a number$/);
  });
});

test('tells what limits are held against', () => {
  const text =
    '# TYPE a counter\n# HELP a x\na{long_name="v",b="value"} 1\na 2\n# TYPE h histogram\nh_bucket{le="+Inf"} 1\nh_sum 1\nh_count 1\nc 1\n';
  const { samples, series, families, mostLabels, longestLabelName, longestLabelValue } = parseExposition(text, TEXT);
  expect({ samples, series, mostLabels, longestLabelName, longestLabelValue }).toEqual({
    samples: 6,
    series: 6,
    mostLabels: 3,
    longestLabelName: 9,
    longestLabelValue: 5,
  });
  expect(families).toEqual([
    { name: 'a', type: 'counter', unit: undefined, hasHelp: true, samples: 2 },
    { name: 'h', type: 'histogram', unit: undefined, hasHelp: false, samples: 3 },
    { name: 'c', type: undefined, unit: undefined, hasHelp: false, samples: 1 },
  ]);
});

describe('the same series', () => {
  const duplicates = (text: string): number => parseExposition(text, TEXT).counts['duplicate-series'] ?? 0;

  test.each([
    ['in another order', 'a{b="1",c="2"} 1\na{c="2",b="1"} 1\n'],
    ['with a label that has no value', 'a{b="1"} 1\na{b="1",c=""} 1\n'],
    ['with its name in quotes', 'a{b="1"} 1\n{"a",b="1"} 1\n'],
    ['with an escape that Prometheus takes as it is', 'a{b="\\\\d"} 1\na{b="\\d"} 1\n'],
    ['at the same time', 'a 1 5\na 2 5\n'],
  ])('%s is noticed', (_, text) => {
    expect(duplicates(text)).toBe(1);
  });

  test.each([
    ['at another time', 'a 1 5\na 2 6\n'],
    ['with values swapped', 'a{b="1",c="2"} 1\na{b="2",c="1"} 1\n'],
    ['with an escape', 'a{b="\\n"} 1\na{b="n"} 1\n'],
  ])('%s is another one', (_, text) => {
    expect(duplicates(text)).toBe(0);
  });

  test('is found among very many, and no other is taken for it', () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => `a{id="${String(index)}"} 1\n`);
    expect(duplicates(lines.join(''))).toBe(0);
    expect(duplicates(`${lines.join('')}a{id="77777"} 2\n`)).toBe(1);
  });
});

test('a timestamp is far off by now, or by its unit', () => {
  const nowMs = 1_700_000_000_000;
  const far = (ts: string, options: ExpositionOptions): boolean =>
    said(`a 1 ${ts}\n${options.format === 'text' ? '' : '# EOF\n'}`, options).some((one) =>
      one.includes('timestamp-far-off'),
    );
  expect(far('1700000300000', { format: 'text', nowMs })).toBe(false);
  expect(far('1700000660000', { format: 'text', nowMs })).toBe(true);
  expect(far('1699996300000', { format: 'text', nowMs })).toBe(true);
  expect(far('1690000000000', { format: 'text' })).toBe(false);
  expect(far('1700000000', { format: 'text' })).toBe(true);
  expect(far('1700000000.5', { format: 'openmetrics', nowMs })).toBe(false);
  expect(far('1700000000000', { format: 'openmetrics' })).toBe(true);
});

test.each([
  ['1', true],
  ['+1', true],
  ['-1.5e+10', true],
  ['1E5', true],
  ['5.', true],
  ['.5', true],
  ['NaN', true],
  ['nAn', true],
  ['+inf', true],
  ['INFINITY', true],
  ['', false],
  ['-', false],
  ['.', false],
  ['1e', false],
  ['1e+', false],
  ['e5', false],
  ['1.2.3', false],
  ['0x1', false],
  ['1_0', false],
  ['-nan', false],
  ['1e309', false],
  ['1e-999', true],
  ['1'.repeat(309), true],
  ['1'.repeat(310), false],
  ['infinit', false],
  ['１', false],
] as const)('%j is a number: %s', (text, expected) => {
  expect(isNumber(text, 0, text.length)).toBe(expected);
});

test('the format is told by the content type, a file by what it looks like', () => {
  expect(formatOfContentType('application/openmetrics-text; version=1.0.0; charset=utf-8')).toBe('openmetrics');
  expect(formatOfContentType('Text/Plain')).toBe('text');
  expect(formatOfContentType('application/json')).toBeUndefined();
  expect(formatOfContentType(undefined)).toBeUndefined();
  expect(formatOfFile('a 1\n# EOF\n')).toBe('openmetrics');
  expect(formatOfFile('a 1\n', 'x.om')).toBe('openmetrics');
  expect(formatOfFile('a 1 # {t="x"} 1\n')).toBe('openmetrics');
  expect(formatOfFile('a 1\n')).toBe('text');
  expect(looksLikeExposition('# HELP a b\n# TYPE a counter\na 1\n', 'saved')).toBe(true);
  expect(looksLikeExposition('# HELP for this file\nglobal: {}\n', 'prometheus.yml')).toBe(false);
});

test('a broken body keeps each byte in its place', () => {
  const { text, broken } = decodeBody(Buffer.from([0x61, 0xff, 0xc3, 0xa9, 0xc3, 0xf0, 0x9f, 0x98, 0x80, 0xe2, 0x82]));
  expect(broken).toBe(true);
  expect(text).toBe('a\udcffé\udcc3😀\udce2\udc82');
  expect(firstBrokenByte(text, 2, text.length)).toBe(3);
  expect(firstBrokenByte(text, 4, 6)).toBe(-1);
});

test('many labels on one line are no reason to be slow', () => {
  const labels = Array.from({ length: 100_000 }, (_, index) => `l${String(index)}="x"`).join(',');
  expect(parseExposition(`a{${labels}} 1\n`, TEXT).mostLabels).toBe(100_001);
});
