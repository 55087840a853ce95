import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { NodeFiles } from '../../src/adapters/node-files.js';
import type { Finding } from '../../src/model/finding.js';
import type { Observation } from '../../src/model/observation.js';
import type { Stack } from '../../src/model/stack.js';
import type { TargetHealth, TargetResult } from '../../src/model/target.js';
import { toFinding, type Rule } from '../../src/rules/rule.js';
import { loadStack } from '../../src/stack/load-stack.js';
import { expectedTargets } from '../../src/stages/expected-targets.js';
import { planBringUp } from '../../src/stages/plan.js';

export const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'rules');

/** Loads the stack of a fixture directory with an empty environment. */
export function loadFixture(directory: string): Stack {
  const stack = loadStack(
    {
      directory,
      composeFiles: [],
      envFiles: [],
      environment: {},
      displayPath: (absolute) => relative(directory, absolute),
      profiles: [],
    },
    new NodeFiles(),
  );
  if (!stack) throw new Error(`${directory} has no compose file`);
  return stack;
}

interface Recorded {
  readonly observation: Observation;
  readonly targets: readonly {
    job: string;
    address: string;
    health: TargetHealth;
    lastError?: string;
    scrapeUrl?: string;
  }[];
}

/** What one rule finds in a fixture: over its files, or over the run that is recorded beside them. */
export function findingsOf(rule: Rule, directory: string): Finding[] {
  const stack = loadFixture(directory);
  if (rule.scope === 'static') return rule.check(stack).map((problem) => toFinding(rule, problem));
  const recorded = JSON.parse(readFileSync(join(directory, 'run.json'), 'utf8')) as Recorded;
  const expected = expectedTargets(stack);
  const targets = recorded.targets.map(({ job, address, ...seen }): TargetResult => {
    const target = expected.find((candidate) => candidate.job === job && candidate.address === address);
    if (!target) throw new Error(`${directory} has no target ${job}/${address}`);
    return { expected: target, ...seen };
  });
  const run = { stack, plan: planBringUp(stack), targets, observation: recorded.observation };
  return rule.judge(run).map((problem) => toFinding(rule, problem));
}

/** One line a finding, related places indented below it. */
export function formatFindings(findings: readonly Finding[]): string {
  return findings
    .map(({ severity, location, message, cause, related }) => {
      const place = location
        ? `${location.file}:${String(location.start.line)}:${String(location.start.column)}-${String(location.end.column)}`
        : '-';
      const more = related.map(
        (one) =>
          `  ${one.location.file}:${String(one.location.start.line)}:${String(one.location.start.column)} ${one.message}\n`,
      );
      return `${place} ${severity} ${message}${cause ? ` (${cause})` : ''}\n${more.join('')}`;
    })
    .join('');
}
