import { nearest } from '../../model/nearest.js';
import type { Stack } from '../../model/stack.js';
import type { Matcher } from '../../promql/ast.js';
import { replaceWithin } from '../edits.js';
import { jobNames } from '../job-names.js';
import { placeIn, queriesIn, selectorsOf, type Query } from '../queries.js';
import type { Problem, StackRule } from '../rule.js';

/** Selectors for a job that does not exist. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'alerting/unknown-job',
  severity: 'warning',
  summary: 'a rule or panel selects a job that no scrape job is called',
  why: 'A selector for a job that does not exist gives nothing, without any error: the alert never fires, or always if it waits for absence, and the panel stays empty.',
  remedy: 'write the name of a scrape job',
  check(stack) {
    const { names, complete } = jobNames(stack);
    if (!complete) return [];
    return queriesIn(stack)
      .filter(({ node }) => NAMES_JOB.test(node.text))
      .flatMap((query) =>
        selectorsOf(query).flatMap(({ matchers }) =>
          matchers.flatMap((matcher) => judge(stack, query, matcher, names) ?? []),
        ),
      );
  },
};

/** Told before anything is parsed: there may be ten thousand rules. */
const NAMES_JOB = /\bjob\s*=/;
/** Alternatives without anything else that is special in a pattern. */
const ALTERNATIVES = /^[\w-]+(?:\|[\w-]+)*$/;

function judge(stack: Stack, query: Query, matcher: Matcher, names: ReadonlySet<string>): Problem | undefined {
  const { label, operator, value } = matcher;
  if (label !== 'job' || value === '' || (operator !== '=' && operator !== '=~')) return undefined;
  if (operator === '=~' && !ALTERNATIVES.test(value)) return undefined;
  const unknown = (operator === '=' ? [value] : value.split('|')).filter((one) => !names.has(one));
  // Of several alternatives some may be for other stacks that share the rules.
  if (unknown.length === 0 || (operator === '=~' && unknown.length < value.split('|').length)) return undefined;
  const similar = nearest(unknown[0] ?? '', names);
  const at = placeIn(query, matcher.valueStart, matcher.valueEnd);
  const edit = similar === undefined || unknown.length > 1 ? undefined : replaceWithin(at, value, similar);
  const title = `write "${similar ?? ''}"`;
  const jobs = [...names].slice(0, 8).map((name) => `"${name}"`);
  return {
    message: `${query.owner} selects job "${value}", which no scrape job is called${similar === undefined ? '' : `; did you mean "${similar}"?`}`,
    at,
    help: similar === undefined ? `write one of the jobs ${jobs.join(', ')}` : title,
    ...(query.of === 'panel' ? { severity: 'notice' as const } : {}),
    subject: { rule: query.owner.replace(/^[^"]*"|"$/g, '') },
    related: relatedJob(stack, similar),
    fix: edit && { safety: 'safe', title, edits: [edit] },
  };
}

function relatedJob(stack: Stack, similar: string | undefined): NonNullable<Problem['related']> {
  const job = stack.prometheus?.config?.jobs.find(({ name }) => name.value === similar);
  return job ? [{ message: 'the scrape job', at: job.name.at }] : [];
}
