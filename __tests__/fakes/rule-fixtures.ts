import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Document } from '../../src/model/document.js';
import type { Finding } from '../../src/model/finding.js';
import type { Observation } from '../../src/model/observation.js';
import type { SourceFile } from '../../src/model/source.js';
import type { Stack } from '../../src/model/stack.js';
import type { TargetHealth, TargetResult } from '../../src/model/target.js';
import type { Files } from '../../src/ports/files.js';
import { child, items } from '../../src/model/yaml-node.js';
import { toFinding, type DocumentRule, type Rule, type Run } from '../../src/rules/rule.js';
import { loadFile } from '../../src/stack/load-file.js';
import { loadStack } from '../../src/stack/load-stack.js';
import { expectedTargets } from '../../src/stages/expected-targets.js';
import { planBringUp } from '../../src/stages/plan.js';
import { FixtureFiles } from './fixture-files.js';

export const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'rules');

/** What a fixture directory holds: a stack, or files that are judged alone. */
export interface Fixture {
  readonly stack?: Stack;
  readonly documents: readonly Document[];
  readonly files: readonly SourceFile[];
}

/** Loads a fixture directory with an empty environment; without a compose file each of its files is judged alone. */
export function loadFixture(directory: string, files: Files = new FixtureFiles(directory)): Fixture {
  const displayPath = (absolute: string): string => relative(directory, absolute);
  const request = { directory, composeFiles: [], envFiles: [], environment: {}, displayPath, profiles: [] };
  const stack = loadStack(request, files);
  if (stack) return { stack, documents: stack.documents, files: stack.files };
  const loaded = readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|json|prom|om)$/.test(entry.name) && entry.name !== 'modes.json')
    .map(({ name }) => loadFile(join(directory, name), undefined, files, displayPath));
  if (loaded.every(({ documents }) => documents.length === 0)) throw new Error(`${directory} has nothing to judge`);
  return { documents: loaded.flatMap((one) => one.documents), files: loaded.flatMap((one) => one.files) };
}

interface Recorded {
  readonly observation: Observation;
  readonly targets: readonly {
    job: string;
    /** Absent for what a discovery found. */
    address?: string;
    health: TargetHealth;
    lastError?: string;
    scrapeUrl?: string;
    flaps?: number;
    foundOnly?: number;
    doubt?: string;
    /** Which step of the job's relabel_configs, from 0. */
    droppedByStep?: number;
  }[];
}

/** What one rule finds in a fixture: over its files, or over the run that is recorded beside them. */
export function findingsOf(rule: Rule, directory: string, files?: Files): Finding[] {
  if (rule.scope === 'runtime') return rule.judge(loadRun(directory, files)).map((problem) => toFinding(rule, problem));
  const { stack, documents } = loadFixture(directory, files);
  if (rule.scope === 'document') return judgeAll(rule, documents);
  if (!stack) throw new Error(`${directory} has no compose file`);
  return rule.check(stack).map((problem) => toFinding(rule, problem));
}

/** The run that is recorded beside the stack of a fixture. */
export function loadRun(directory: string, files?: Files): Run {
  const { stack } = loadFixture(directory, files);
  if (!stack) throw new Error(`${directory} has no compose file`);
  const recorded = JSON.parse(readFileSync(join(directory, 'run.json'), 'utf8')) as Recorded;
  const expected = expectedTargets(stack);
  const targets = recorded.targets.map(({ job, address, droppedByStep, ...seen }): TargetResult => {
    const target = expected.find((candidate) => candidate.job === job && candidate.address === address);
    if (!target) throw new Error(`${directory} has no target ${job}/${address ?? ''}`);
    const node = stack.prometheus?.config?.jobs.find(({ name }) => name.value === job)?.node;
    const step = droppedByStep === undefined ? undefined : items(child(node, 'relabel_configs'))[droppedByStep];
    return { expected: target, ...seen, ...(step ? { droppedBy: step.at } : {}) };
  });
  return { stack, plan: planBringUp(stack), targets, observation: recorded.observation };
}

function judgeAll(rule: DocumentRule, documents: readonly Document[]): Finding[] {
  return documents
    .filter(({ kind }) => rule.kinds.includes(kind))
    .flatMap((document) => rule.check(document).map((problem) => toFinding(rule, problem)));
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
