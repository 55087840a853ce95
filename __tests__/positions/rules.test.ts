import { expect, test } from '@jest/globals';
import { placesInFile } from '../fakes/marked.js';

const rule = (lines: string): string =>
  `groups:\n  - name: g\n    rules:\n      - ${lines.replaceAll('\n', '\n        ')}\n`;
const expr = (written: string): string => rule(`record: a\nexpr: ${written}`);

/** Faults of rule files: of their structure, and inside their expressions and templates. */
const FAULTS: readonly (readonly [what: string, code: string, marked: string])[] = [
  ['a misspelt key', 'alerting/unknown-key', rule('alert: A\nexpr: up\n«fore»: 5m')],
  ['a misspelt key of a group', 'alerting/unknown-key', 'groups:\n  - name: g\n    «intervall»: 5m\n'],
  [
    'a misspelt key in flow style',
    'alerting/unknown-key',
    'groups: [{name: g, rules: [{record: a, «exp»: up, expr: up}]}]\n',
  ],
  ['an expression that is missing', 'alerting/invalid-value', rule('«record: a»')],
  ['a group without name', 'alerting/invalid-value', 'groups:\n  - «rules: []»\n'],
  ['text in the place of labels', 'alerting/invalid-value', rule('record: a\nexpr: up\nlabels: «x»')],
  ['a duration', 'alerting/invalid-duration', rule('alert: A\nexpr: up\nfor: «5»')],
  ['a duration of a group', 'alerting/invalid-duration', 'groups:\n  - name: g\n    interval: «"1.5m"»\n'],
  ['a group twice', 'alerting/duplicate-group', 'groups:\n  - name: g\n  - name: «g»\n'],
  ['a rule of two kinds', 'alerting/invalid-rule', rule('alert: A\n«record»: a\nexpr: up')],
  ['a recording rule that waits', 'alerting/invalid-rule', rule('record: a\nexpr: up\n«for»: 5m')],
  ['a name with braces', 'alerting/invalid-rule', rule('record: «"a{b}"»\nexpr: up')],
  ['a label that is the name', 'alerting/invalid-rule', rule('record: a\nexpr: up\nlabels: { «__name__»: b }')],
  [
    'a rule twice',
    'alerting/duplicate-rule',
    rule('record: a\nexpr: up\n').trimEnd() + '\n      - record: «a»\n        expr: up\n',
  ],
  ['plain: one "="', 'alerting/invalid-expression', expr('up «=» 1')],
  ['plain: an unknown function', 'alerting/invalid-expression', expr('sum(«ratee»(x[5m]))')],
  ['plain: no range', 'alerting/invalid-expression', expr('rate(«http_requests_total»)')],
  ['plain: a range where none may be', 'alerting/invalid-expression', expr('sum(«x[5m]»)')],
  ['plain over lines', 'alerting/invalid-expression', expr('sum(rate(x[5m]))\n  / «foo»(up)')],
  ['double quotes', 'alerting/invalid-expression', expr('"x{a=\\"b\\"} + «ratee»(x[5m])"')],
  ['double quotes with a line break in them', 'alerting/invalid-expression', expr('"x{a=\\"b\\"} +\\n «foo»(x)"')],
  ['single quotes', 'alerting/invalid-expression', expr("'x{a=''b''} + «foo»(x)'")],
  ['a literal block', 'alerting/invalid-expression', expr('|\n  sum by (job) (\n    rate(«x»)\n  )')],
  ['a literal block with empty lines', 'alerting/invalid-expression', expr('|\n\n  sum(x)\n\n  > «bar»(1)')],
  ['a folded block', 'alerting/invalid-expression', expr('>-\n  sum(x)\n  and\n  «count_over_time»()')],
  ['a folded block with deeper lines', 'alerting/invalid-expression', expr('>\n  sum(\n      rate(«x»)\n  )')],
  ['a block with its indentation told', 'alerting/invalid-expression', expr('|2\n    sum(x) + «foo»(x)')],
  ['flow style', 'alerting/invalid-expression', 'groups: [{name: g, rules: [{record: a, expr: "sum(«foo»(x))"}]}]\n'],
  ['an anchor', 'alerting/invalid-expression', rule('record: a\nexpr: &e "1 + «foo»(x)"')],
  ['a regular expression', 'alerting/invalid-expression', expr('x{a=~«"("»}')],
  ['a parenthesis that is not closed', 'alerting/invalid-expression', expr('sum«(»x')],
  ['a brace that is not closed', 'alerting/invalid-expression', expr('"x«{»a=\'b\'"')],
  ['a text that is not closed', 'alerting/invalid-expression', expr('|\n  x{a=«"»b}')],
  ['a comparison of scalars', 'alerting/invalid-expression', expr('1 «>» 2')],
  ['too few arguments', 'alerting/invalid-expression', expr('«topk»(x)')],
  ['a selector of everything', 'alerting/invalid-expression', expr('\'«{a=~".*"}»\'')],
  ['a duration in disorder', 'alerting/invalid-expression', expr('rate(x[«5s5m»])')],
  ['the end where more must come', 'alerting/invalid-expression', expr('up ==«»')],
  ['a string for a rule', 'alerting/invalid-expression', expr('«\'"a"\'»')],
  ['a template in a label', 'alerting/invalid-template', rule('alert: A\nexpr: up\nlabels:\n  a: "{{ «$label».x }}"')],
  [
    'a template in an annotation',
    'alerting/invalid-template',
    rule('alert: A\nexpr: up\nannotations:\n  a: x {{ $value | «humanise» }}'),
  ],
  [
    'a template in a literal block',
    'alerting/invalid-template',
    rule('alert: A\nexpr: up\nannotations:\n  a: |\n    one\n    two {{ «foo» }}'),
  ],
  [
    'a template that is not closed',
    'alerting/invalid-template',
    rule("alert: A\nexpr: up\nannotations: {a: 'x «{{» $value'}"),
  ],
  [
    'an if without end',
    'alerting/invalid-template',
    rule('alert: A\nexpr: up\nannotations:\n  a: "x «{{ if» $value }}y"'),
  ],
];

test.each(FAULTS)('%s', (_, code, marked) => {
  const { expected, found } = placesInFile('rules', code, marked);
  expect(found).toEqual([expected]);
});
