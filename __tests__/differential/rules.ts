import { readFileSync } from 'node:fs';
import type { DocumentKind } from '../../src/model/document.js';
import { expression, slip } from './promql.js';
import { chance, pick, upTo, type Random } from './random.js';
import { follow, mutate, print, type Recipe, type Schema } from './tree.js';

const TEMPLATES = [
  '{{ $labels.instance }} is down',
  '{{ $value | humanize }}',
  '{{ if gt $value 0.5 }}high{{ else }}low{{ end }}',
  '{{ range query "up" }}{{ .Labels.job }}{{ end }}',
  '{{ with $x := .Labels }}{{ $x.job }}{{ end }}',
  '{{- /* note */ -}} text {{ printf "%.2f" $value }}',
  '{{ $labels.instance | reReplaceAll "a" "b" | toUpper }}',
  '{{ (index (query "up") 0).Value }}',
  'plain text',
  '{{ define "x" }}a{{ end }}{{ template "x" . }}',
  '{{ range $i, $e := query "up" }}{{ break }}{{ end }}',
  '{{ externalURL }}/graph',
];
const BROKEN = [
  '{{ $labels.instance',
  '{{ $label.instance }}',
  '{{ .Value | humanise }}',
  '{{ if }}x{{ end }}',
  '{{ end }}',
  '{{ if .X }}',
  '{{ }}',
  '{{ "a }}',
  '{{ $value | }}',
  '{{ "a" | 1 }}',
  '{{ else }}',
  '{{ range .X }}',
  '{{ 1.2.3 }}',
  '{{ .Labels. }}',
  '{{ foo }}',
  '{{ ( .X }}',
  '{{ break }}',
  '{{ nil.X }}',
  '{{ template x }}',
  '{{/* open',
  '{{ $x = 1 }}',
  '{{ . | len | print }}',
  '{{ .X.Y.Z }}',
  '{{ $value}}',
  '{{$value }}',
  '{{-$value}}',
  "{{ 'a' }}",
  '{{ 0x1F }}',
];

const RECIPE: Recipe = {
  root: JSON.parse(readFileSync('schemas/rules.schema.json', 'utf8')) as Schema,
  without: new Set(),
  newest: 5,
  scalars: {
    duration: { good: ['5m', '1h30m', '0', '30s', '1d'], bad: ['5', '1.5h', '"5 m"', '-1m', '5min', '1m1h'] },
    'metric-name': { good: ['job:up:sum', 'a', 'x_y'], bad: ['"a b"', '"a{b}"', '""', '1a', 'a-b'] },
    promql: { good: ['up == 0'], bad: ['up =='] },
  },
  values: {
    rules: (random, badness) => Array.from({ length: 1 + upTo(random, 2) }, () => rule(random, badness)),
    groups: (random, badness) =>
      Array.from({ length: 1 + upTo(random, 1) }, (_, index) => ({
        pairs: [
          ['name', chance(random, badness) ? 'same' : `group${String(index)}`],
          ...(chance(random, 0.3)
            ? ([['interval', chance(random, badness) ? '30' : '30s']] as [string, string][])
            : []),
          ...(chance(random, 0.2) ? ([['limit', '10']] as [string, string][]) : []),
          ['rules', Array.from({ length: 1 + upTo(random, 2) }, () => rule(random, badness))],
        ],
      })),
  },
};

/** An alert or a recording rule; most slips are in its expression. */
function rule(random: Random, badness: number): ReturnType<typeof follow> {
  const alert = chance(random, 0.6);
  const bad = (probability: number): boolean => chance(random, badness * probability);
  const expr = bad(3) ? slip(expression(random), random) : expression(random);
  const pairs: [string, ReturnType<typeof follow>][] = [
    alert
      ? ['alert', bad(0.5) ? '""' : 'SomethingIsWrong']
      : ['record', bad(0.7) ? pick(random, ['"a{b}"', '""', '"a b"']) : 'job:x:sum'],
    ['expr', written(expr, random)],
  ];
  if (bad(0.4)) pairs.push(alert ? ['record', 'x'] : ['alert', 'X']);
  if (alert ? chance(random, 0.5) : bad(0.5))
    pairs.push(['for', bad(1) ? pick(random, ['5', '1.5m', '-1m']) : pick(random, ['5m', '0', '1h'])]);
  if (chance(random, 0.4))
    pairs.push([
      'labels',
      { pairs: [[bad(1) ? pick(random, ['__name__', '""', 'a-b']) : 'severity', text(random, bad(1))]] },
    ]);
  if (alert ? chance(random, 0.5) : bad(0.3))
    pairs.push(['annotations', { pairs: [['summary', text(random, bad(2))]] }]);
  return { pairs };
}

function text(random: Random, broken: boolean): string {
  return JSON.stringify(pick(random, broken ? BROKEN : TEMPLATES));
}

/** The expression in one of the styles of YAML. */
function written(expr: string, random: Random): string {
  if (chance(random, 0.4)) return JSON.stringify(expr);
  if (chance(random, 0.3) || /[\t\n]/.test(expr)) return `'${expr.replaceAll("'", "''").replaceAll('\n', ' ')}'`;
  return `|\n              ${expr.trimStart()}`;
}

export const kind: DocumentKind = 'rules';

export const oracle = {
  program: 'PROMTOOL',
  argsForMany: (paths: readonly string[]): string[] => ['check', 'rules', '--lint=none', ...paths],
} as const;

/** A rule file: about half of them have a slip. */
export function generate(random: Random): string {
  const badness = chance(random, 0.4) ? 0 : 0.12;
  const tree = follow(RECIPE, RECIPE.root, random, badness);
  const whole =
    typeof tree === 'string' || Array.isArray(tree) || tree.pairs.length === 0
      ? follow(RECIPE, RECIPE.root, random, 0)
      : tree;
  if (chance(random, 0.15)) mutate(whole, random);
  return print(whole, random).replace(/^\n/, '');
}
