import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadGoRegex } from '../../src/promql/go-regex.js';
import { loadAllSchemas } from '../../src/schema/compiled-schemas.js';
import { inParallel, writeProject } from '../fakes/compose-oracle.js';
import type { Comparison } from './compare.js';
import { generateCompose } from './compose.js';
import { ourVerdict, theirVerdict } from './compose-verdict.js';
import { seeded } from './random.js';

/** The same for compose projects, which are several files and have Compose itself for their judge. */
export async function compareCompose(count: number, seed: number): Promise<Comparison> {
  await Promise.all([loadAllSchemas(), loadGoRegex()]);
  const workspace = mkdtempSync(join(tmpdir(), 'scrapegate-differential-'));
  try {
    const seeds = Array.from({ length: count }, (_, index) => seed + index);
    const judged = await inParallel(seeds, async (one) => {
      const { files } = generateCompose(seeded(one));
      const directory = join(workspace, String(one));
      writeProject(directory, files);
      const theirs = await theirVerdict(directory);
      rmSync(directory, { recursive: true, force: true });
      return { seed: one, files, ours: ourVerdict(files), theirs };
    });
    const disagreements = judged
      .filter(({ ours, theirs }) => ours.accepted !== theirs.accepted)
      .map(({ files, ours, theirs, ...rest }) => ({
        ...rest,
        text: Object.entries(files)
          .map(([path, text]) => `# ${path}\n${text}`)
          .join('\n'),
        ours: ours.accepted ? [] : [ours.why],
        theirs: theirs.why,
      }));
    return {
      count,
      refused: judged.filter(({ theirs }) => !theirs.accepted).length,
      reasons: new Map(),
      disagreements,
    };
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}
