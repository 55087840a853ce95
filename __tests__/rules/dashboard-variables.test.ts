import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkPromql } from '../../src/promql/check.js';
import { withoutVariables } from '../../src/rules/dashboard-variables.js';

describe('a variable is replaced by what may stand there, of the same length', () => {
  test.each([
    ['as a range', 'rate(x[$__rate_interval])', 'rate(x[000000000000001s])'],
    ['as the number of a range', 'rate(x[${minutes}m])', 'rate(x[0000000001m])'],
    ['as a resolution', 'max_over_time(x[5m:$step])', 'max_over_time(x[5m:0001s])'],
    ['in the old form', 'rate(x[[[range]]])', 'rate(x[00000001s])'],
    ['after offset', 'x offset $shift', 'x offset 00001s'],
    ['after an at sign', 'x @ ${__to:date:seconds}', 'x @ 1                   '],
    ['as a metric', '$metric > 1', 'xmetric > 1'],
    ['as a part of a metric', 'node_${part}_total', 'node_x_part__total'],
    ['as the start of a metric', '${part}_total{a="b"}', 'x_part__total{a="b"}'],
    ['as a label of a list', 'sum by (a, $label) (x)', 'sum by (a, xlabel) (x)'],
    ['as a label of a matcher', 'x{$label=~"a"}', 'x{xlabel=~"a"}'],
    ['as a number of a function', 'topk($n, x)', 'topk(1 , x)'],
    ['as a later number', 'clamp_max(x, $most)', 'clamp_max(x, 1    )'],
    ['as a quantile', 'histogram_quantile($q, x)', 'histogram_quantile(1 , x)'],
    ['as a number after labels', 'topk by (a) ($n, x)', 'topk by (a) (1 , x)'],
    ['as a part of a number', 'vector($days * 24)', 'vector(1     * 24)'],
    ['as the start of a number', 'topk(${n}0, x)', 'topk(00010, x)'],
    ['as a whole', '$query', 'xquery'],
    ['as an operand', 'x / $scale', 'x / xscale'],
    ['as labels that differ', 'a * on ($b) group_left ($c) d', 'a * on (xb) group_left (xc) d'],
    ['before a word operator', '$a and $b', 'xa and xb'],
  ])('%s', (_, text, expected) => {
    expect(withoutVariables(text)).toBe(expected);
    expect(checkPromql(expected, { major: 3, experimental: true }).problems).toEqual([]);
  });

  test.each([
    ['double quotes', 'x{a="$b"}', 'x{a="xb"}'],
    ['single quotes', "x{a=~'${b:regex}.*'}", "x{a=~'x_b_regex_.*'}"],
    ['back-ticks', 'x{a=`[[b]]`}', 'x{a=`x_b__`}'],
    ['quotes with escaped ones', 'x{a="\\"$b"}', 'x{a="\\"xb"}'],
    ['a comment', 'x # $comment (', 'x # $comment ('],
  ])('in %s', (_, text, expected) => {
    expect(withoutVariables(text)).toBe(expected);
    expect(checkPromql(expected, { major: 3, experimental: true }).problems).toEqual([]);
  });

  test.each([
    '$aggregate(x)',
    'x $operator y',
    'x{$filters}',
    'x{a="b", $filters}',
    'rate(x[5m]) $rest',
    'x{a=$b}',
    '5$unit',
  ])('in %s nothing can be said', (text) => {
    expect(withoutVariables(text)).toBeUndefined();
  });
});

describe('for any text', () => {
  const piece = fc.constantFrom(
    ...[
      'x',
      'rate(',
      'sum by (',
      ')',
      '[',
      ']',
      '{',
      '}',
      '5m',
      ' ',
      ',',
      '"',
      "'",
      '\\',
      ' + ',
      ' offset ',
      ' @ ',
      '=',
    ],
    ...['$a', '${b}', '${c:regex}', '${d.text}', '[[e]]', '$__interval', '#', '\n', '_', ':', '1'],
  );

  test('the length stays, and so does all that is no variable', () => {
    let replaced = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const neutral = withoutVariables(text);
        if (neutral === undefined) return;
        expect(neutral).toHaveLength(text.length);
        if (neutral !== text) replaced++;
        for (let at = 0; at < text.length; at++) if (neutral[at] !== text[at]) expect(neutral[at]).toMatch(/[\w ]/);
      }),
      { numRuns: 1000 },
    );
    expect(replaced).toBeGreaterThan(50);
  });
});
