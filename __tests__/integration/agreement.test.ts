import { expect, jest, test } from '@jest/globals';
import { SUBJECTS } from '../differential/subjects.js';

jest.setTimeout(180_000);

/** Enough to notice a rule that went wrong; `npm run fuzz:static` asks about thousands. */
const FILES = 200;
const SEED = 1;

test.each(Object.entries(SUBJECTS))('check says of %s files what their own program says', async (_, compareWith) => {
  const { count, refused, disagreements } = await compareWith(FILES, SEED);
  // Both verdicts are well represented, or agreement would mean little.
  expect(refused).toBeGreaterThan(count / 5);
  expect(count - refused).toBeGreaterThan(count / 5);
  const shown = disagreements.map(
    ({ seed, ours, theirs }) => `seed ${String(seed)}: we say "${ours.join('; ')}", they say "${theirs}"`,
  );
  expect(shown.slice(Math.floor(count / 100))).toEqual([]);
});
