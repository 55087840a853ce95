import { expect, jest, test } from '@jest/globals';
import { killRuns } from '../kill/rounds.js';

jest.setTimeout(240_000);

// A short form of `npm run test:kill`.
test('runs that are killed at random moments leave nothing, and touch nothing foreign', async () => {
  const { rounds, late } = await killRuns(4, 5, () => undefined);
  expect(new Set(rounds.map(({ signal }) => signal))).toEqual(new Set(['SIGTERM', 'SIGKILL']));
  expect(rounds.filter(({ cleanedMs }) => cleanedMs !== undefined)).toHaveLength(4);
  expect(rounds.flatMap(({ left }) => left)).toEqual([]);
  expect(rounds.every(({ foreignUnchanged }) => foreignUnchanged)).toBe(true);
  expect(late).toEqual([]);
});
