import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { generateCompose } from '../differential/compose.js';
import { ourVerdict, theirVerdict } from '../differential/compose-verdict.js';
import { seeded } from '../differential/random.js';
import { inParallel, writeProject } from '../fakes/compose-oracle.js';

const INPUTS = 150;
const workspace = mkdtempSync(join(tmpdir(), 'scrapegate-agreement-'));
afterAll(() => {
  rmSync(workspace, { recursive: true, force: true });
});

test('check and docker compose config say the same of generated projects', async () => {
  const seeds = Array.from({ length: INPUTS }, (_, index) => index + 1);
  const verdicts = await inParallel(seeds, async (seed) => {
    const { files } = generateCompose(seeded(seed));
    const directory = join(workspace, `seed-${String(seed)}`);
    writeProject(directory, files);
    return { seed, ours: ourVerdict(files), theirs: await theirVerdict(directory) };
  });
  // Both verdicts are well represented, or agreement would mean little.
  const accepted = verdicts.filter(({ theirs }) => theirs.accepted).length;
  expect(accepted).toBeGreaterThan(INPUTS / 5);
  expect(INPUTS - accepted).toBeGreaterThan(INPUTS / 5);
  const disagreements = verdicts.filter(({ ours, theirs }) => ours.accepted !== theirs.accepted);
  const shown = disagreements.map(
    ({ seed, ours, theirs }) => `seed ${String(seed)}: we say "${ours.why}", they say "${theirs.why}"`,
  );
  expect(shown.slice(Math.floor(INPUTS / 100))).toEqual([]);
}, 120_000);
