/** Boots the bad fixture of each error on real Docker and shows that it fails: `npm run prove:errors [-- --only CODE-PREFIX] [--root FIXTURES]`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { findCases, needsMachine, type PlannedCase } from './proof/cases.js';
import { removeProject } from './proof/docker.js';
import { HermeticImages } from './proof/hermetic.js';
import { proveCase, type ProofContext, type Proved } from './proof/prove.js';
import { blockOf, withBlock } from './proof/stacks/table.js';
import { lineOf, proofsPage, totals, type Outcome } from './proof/table.js';

const AT_A_TIME = 2;
const PAGE = join(import.meta.dirname, '..', 'docs', 'proofs.md');

const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, root: { type: 'string' } } });
const unprovable = JSON.parse(readFileSync(join(import.meta.dirname, 'proof', 'unprovable.json'), 'utf8')) as Record<
  string,
  string
>;
const cases = findCases(values.only, unprovable, values.root);
const results = new Map<PlannedCase, Proved[]>();
const failures = new Map<PlannedCase, string>();

const stop = new AbortController();
let number = 0;
const run = `scrapegate-proof-${String(process.pid)}`;
const context: ProofContext = {
  images: new HermeticImages(`${run}-images`),
  nextProject: () => `${run}-${String(++number)}`,
  signal: stop.signal,
};

/** Proves cases one after the other until none is left. */
async function work(queue: PlannedCase[]): Promise<void> {
  for (let one = queue.shift(); one && !stop.signal.aborted; one = queue.shift()) {
    if (!one.proof) continue;
    try {
      const proved = await proveCase(one, one.proof, context);
      results.set(one, proved);
      for (const result of proved) console.log(lineOf(result));
    } catch (error) {
      const why = (error as Error).message;
      failures.set(one, why);
      console.log(`FAILED  ${one.code} ${one.name}: ${why}`);
    }
  }
}

function outcome(): Outcome {
  return {
    results: cases.flatMap((one) => results.get(one) ?? []),
    failed: cases.flatMap((one) => {
      const why = one.fault ?? failures.get(one);
      return why === undefined ? [] : [{ code: one.code, case: one.name, why }];
    }),
    unprovable: cases.filter(({ reason, proof }) => reason !== undefined && !proof),
  };
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    console.error('stopping: what was made is removed first');
    stop.abort(new Error(`ended by ${signal}`));
  });

for (const { code, name, fault } of cases) if (fault !== undefined) console.log(`FAILED  ${code} ${name}: ${fault}`);
try {
  const [alone, together] = [true, false].map((own) => cases.filter((one) => needsMachine(one) === own));
  await Promise.all(Array.from({ length: AT_A_TIME }, () => work(together ?? [])));
  await work(alone ?? []);
} finally {
  await removeProject(context.images.project);
}
if (stop.signal.aborted) process.exit(130);
const ended = outcome();
if (values.only === '' && values.root === undefined) {
  const page = await format(withBlock(proofsPage(ended), blockOf(readFileSync(PAGE, 'utf8'))), {
    ...(await resolveConfig(PAGE)),
    parser: 'markdown',
  });
  writeFileSync(PAGE, page);
}
console.log(totals(ended));
if (ended.failed.length > 0 || ended.results.some(({ isProved }) => !isProved)) process.exitCode = 1;
