import { nearest } from '../../model/nearest.js';
import type { ScrapeJob, Stack } from '../../model/stack.js';
import type { Matcher } from '../../promql/ast.js';
import { matchWhole } from '../../promql/go-regex.js';
import { askedExpressions, writtenAt, type AskedExpression } from '../asked-selectors.js';
import { replaceWithin } from '../edits.js';
import type { Problem, StackRule } from '../rule.js';
import { jobLabels } from '../sample-sources.js';

/** Names between bars: each stands for itself. */
const NAMES = /^[\w-]+(?:\|[\w-]+)*$/;

/** Selectors for a job that no scrape job is. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'alerting/unknown-job',
  severity: 'warning',
  summary: 'a rule or a panel asks for a job that no scrape job of the stack is called',
  why: 'The label job is the name of the scrape job. A selector for another name matches nothing: the alert never fires, or always when it asks for what is absent, and the panel stays empty.',
  remedy: 'write the name of a scrape job of prometheus.yml',
  check(stack) {
    const labels = jobLabels(stack);
    if (!labels) return [];
    return askedExpressions(stack).flatMap((asked) =>
      asked.selectors.flatMap(({ matchers }) =>
        matchers.flatMap((matcher) => (matcher.label === 'job' ? judge(stack, asked, matcher, labels) : [])),
      ),
    );
  },
};

function judge(stack: Stack, asked: AskedExpression, matcher: Matcher, labels: ReadonlySet<string>): Problem[] {
  const { operator, value } = matcher;
  if (value === '' || operator.startsWith('!')) return [];
  const names = operator === '=' ? [value] : NAMES.test(value) ? value.split('|') : undefined;
  // A pattern is often written for more stacks than one.
  if (!names) return matchesNone(value, labels) ? problem(stack, asked, matcher, value, labels, 'notice') : [];
  const missing = names.filter((name) => !labels.has(name));
  if (missing.length === 0) return [];
  if (missing.length === names.length)
    return problem(stack, asked, matcher, missing.length === 1 ? (missing[0] ?? '') : value, labels, 'warning');
  // The others are found; only what looks like a slip is worth a word.
  return missing.flatMap((name) =>
    nearest(name, labels) === undefined ? [] : problem(stack, asked, matcher, name, labels, 'notice'),
  );
}

function matchesNone(pattern: string, labels: ReadonlySet<string>): boolean {
  try {
    return [...labels].every((label) => !matchWhole(pattern, label));
  } catch {
    return false;
  }
}

function problem(
  stack: Stack,
  asked: AskedExpression,
  { operator, value, valueStart, valueEnd }: Matcher,
  name: string,
  labels: ReadonlySet<string>,
  severity: 'warning' | 'notice',
): Problem[] {
  const at = writtenAt(asked, valueStart, valueEnd);
  if (!at) return [];
  const similar = nearest(name, labels);
  const job = stack.prometheus?.config?.jobs.find((one) => one.name.value === similar);
  const edit = similar === undefined ? undefined : replaceWithin(at, name, similar);
  const shown = operator === '=' ? `job="${value}"` : `job=~"${value}"`;
  const called = name === value && operator === '=~' ? 'that' : `"${name}"`;
  return [
    {
      message: `${asked.owner()} asks for ${shown}, and no scrape job is called ${called}${similar === undefined ? `; they are ${listed(labels)}` : `; did you mean "${similar}"?`}`,
      at,
      severity: asked.of === 'panel' ? 'notice' : severity,
      ...(similar === undefined ? {} : { help: `write "${similar}" in place of "${name}"` }),
      related: relatedTo(stack, job),
      ...(edit ? { fix: { safety: 'safe', title: `write ${similar ?? ''}`, edits: [edit] } } : {}),
    },
  ];
}

function relatedTo(stack: Stack, job: ScrapeJob | undefined): NonNullable<Problem['related']> {
  const first = job ?? stack.prometheus?.config?.jobs[0];
  return first ? [{ message: job ? 'this job' : 'the first scrape job', at: first.name.at }] : [];
}

function listed(labels: ReadonlySet<string>): string {
  const shown = [...labels].slice(0, 5).map((label) => `"${label}"`);
  return labels.size > 5 ? `${shown.join(', ')} and ${String(labels.size - 5)} more` : shown.join(', ');
}
