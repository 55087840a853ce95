/** Boots the healthy stacks on real Docker and shows that they run: `npm run prove:stacks [-- --only NAME-PREFIX]`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { removeProject } from './proof/docker.js';
import { HermeticImages } from './proof/hermetic.js';
import type { ProofContext } from './proof/prove.js';
import { stackPlans, type StackPlan } from './proof/stacks/plan.js';
import { runStack } from './proof/stacks/run.js';
import { lineOf, stacksBlock, totals, verdictOf, withBlock, type StackRun } from './proof/stacks/table.js';

const AT_A_TIME = 2;
const PAGE = join(import.meta.dirname, '..', 'docs', 'proofs.md');

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const plans = stackPlans(values.only);
const runs: StackRun[] = [];
const stop = new AbortController();
let number = 0;
const name = `scrapegate-stacks-${String(process.pid)}`;
const context: ProofContext = {
  images: new HermeticImages(`${name}-images`),
  nextProject: () => `${name}-${String(++number)}`,
  signal: stop.signal,
};

/** Runs stacks one after the other until none is left. */
async function work(queue: StackPlan[]): Promise<void> {
  for (let plan = queue.shift(); plan && !stop.signal.aborted; plan = queue.shift()) {
    const run = await runStack(plan, context).then(
      (seen): StackRun => ({ plan, seen }),
      (error: unknown): StackRun => ({ plan, failure: (error as Error).message }),
    );
    runs.push(run);
    console.log(lineOf(run));
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    console.error('stopping: what was made is removed first');
    stop.abort(new Error(`ended by ${signal}`));
  });

try {
  const together = plans.filter(({ alone }) => !alone);
  await Promise.all(Array.from({ length: AT_A_TIME }, () => work(together)));
  await work(plans.filter(({ alone }) => alone));
} finally {
  await removeProject(context.images.project);
}
if (stop.signal.aborted) process.exit(130);
runs.sort((a, b) => a.plan.name.localeCompare(b.plan.name));
if (values.only === '') {
  const page = withBlock(readFileSync(PAGE, 'utf8'), stacksBlock(runs));
  writeFileSync(PAGE, await format(page, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
}
console.log(totals(runs));
if (runs.some((run) => verdictOf(run) === 'failed')) process.exitCode = 1;
