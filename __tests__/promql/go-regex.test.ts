import { expect, test } from '@jest/globals';
import { goRegexProblem, mayNeedGoRegex } from '../../src/promql/go-regex.js';

test.each([
  ['a: b\n', false],
  ['regex: go_(gc|memstats)_.*\n', false],
  ['regex: "a.*"\nx: 1', false],
  ["{action: keep, regex: 'a'}", true],
  ['regex: "(?!a)"\n', true],
  ['regex:\n  "[a"\n', true],
  ['regex: >-\n  (a\n', true],
  ['x{a=~"5.."}', false],
  ['x{a!~ "[a"}', true],
  ['"x{a=~\\"(\\"}"', true],
  ['severity=~(a', true],
  ['match_re: {a: b}', true],
  ['fail_if_body_matches_regexp: []', true],
])('%j needs the engine: %p', (text, needs) => {
  expect(mayNeedGoRegex(text)).toBe(needs);
});

test.each([
  ['a.*b|c', undefined],
  ['(?P<x>a)\\d+', undefined],
  ['a)(b', undefined],
  ['(a', 'missing closing ): `(a`'],
  ['a(?!b)', 'invalid or unsupported Perl syntax: `(?!`'],
  ['x{1001}', 'invalid repeat count: `{1001}`'],
])('%j as Prometheus compiles it: %p', (pattern, problem) => {
  expect(goRegexProblem(pattern)).toBe(problem);
});
