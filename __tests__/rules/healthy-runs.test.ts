import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { judge } from '../../src/stages/judge.js';
import { FIXTURES, formatFindings, loadRun } from '../fakes/rule-fixtures.js';

const RUNS = join(FIXTURES, '..', 'healthy-runs');

// Recorded by `npm run test:faults -- --fixtures`.
test.each(readdirSync(RUNS))('nothing is found in the recorded run of the healthy stack "%s"', (name) => {
  const run = loadRun(join(RUNS, name));
  expect(run.targets.length).toBeGreaterThan(0);
  expect(formatFindings(judge(run).filter(({ severity }) => severity !== 'notice'))).toBe('');
});
