import { expect, jest, test } from '@jest/globals';
import { compareWithPromtool } from '../differential/compare-expositions.js';

jest.setTimeout(180_000);

/** Enough to notice a parser that went wrong; `npm run fuzz:exposition` asks about thousands, and real servers with --scrape. */
const MUTATIONS = 300;

test('the exposition parser says of mutated expositions what promtool says', async () => {
  const { count, refused, disagreements } = await compareWithPromtool(MUTATIONS, 1);
  // Both verdicts are well represented, or agreement would mean little.
  expect(refused).toBeGreaterThan(count / 5);
  expect(count - refused).toBeGreaterThan(count / 5);
  const shown = disagreements.map(
    ({ seed, ours, theirs }) => `seed ${String(seed)}: we say "${ours}", they say "${theirs}"`,
  );
  expect(shown.slice(Math.floor(count / 100))).toEqual([]);
});
