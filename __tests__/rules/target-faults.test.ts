import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { TARGET_FAULTS } from '../../scripts/faults/targets.js';
import { FIXTURES, loadRun } from '../fakes/rule-fixtures.js';
import { judge } from '../../src/stages/judge.js';

/** Every run of the fault matrix that was recorded, with all rules at once: the first finding has to be the fault. */
const recorded = TARGET_FAULTS.flatMap((fault) =>
  ([2, 3] as const).flatMap((major) => {
    const expected = 'code' in fault.expect ? fault.expect : fault.expect[major];
    return expected === 'healthy' ? [] : [{ name: fault.name, major, expected }];
  }),
);

describe.each(recorded)('$name on Prometheus $major', ({ name, major, expected }) => {
  const directory = join(FIXTURES, expected.code, `bad-${name}${major === 2 ? '-prometheus-2' : ''}`);

  test('has its cause first, at the line that has to change', () => {
    expect(existsSync(directory)).toBe(true);
    const [first, ...more] = judge(loadRun(directory));
    expect(first).toMatchObject({ code: expected.code, cause: expected.cause, location: { file: expected.file } });
    const lines = readFileSync(join(directory, expected.file), 'utf8').split('\n');
    expect(lines[(first?.location?.start.line ?? 0) - 1]).toContain(expected.line);
    expect(more).toEqual([]);
  });
});
