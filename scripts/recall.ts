/** Injects faults into the healthy stacks and counts what `check` finds: `npm run recall -- [FAULT…] [--most N] [--seed N] [--write]`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { healthyStacks } from '../__tests__/fakes/healthy-stacks.js';
import { FAULTS } from '../__tests__/recall/faults.js';
import { recallOf, type Outcome } from '../__tests__/recall/recall.js';
import { describeMiss, isAwaited, recallTable } from '../__tests__/recall/recall-table.js';

const { values, positionals } = parseArgs({
  options: {
    most: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const PAGE = 'docs/agreement.md';
const faults = FAULTS.filter(
  ({ name, family }) => positionals.length === 0 || positionals.some((word) => name.includes(word) || family === word),
);
const outcomes: Outcome[] = [];
for (const stack of healthyStacks())
  outcomes.push(...(await recallOf(stack, faults, Number(values.most), Number(values.seed))));

const awaited = new Set(outcomes.filter(isAwaited).map(({ fault }) => `${fault.name} (${fault.codes.join(', ')})`));
const judged = outcomes.filter((outcome) => !isAwaited(outcome));
if (!values.quiet) for (const miss of judged.filter(({ positioned }) => !positioned)) console.log(describeMiss(miss));
for (const name of awaited) console.log(`no rule yet: ${name}`);
for (const { name } of faults.filter(({ name }) => !outcomes.some(({ fault }) => fault.name === name)))
  console.log(`no place: ${name}`);
const table = recallTable(judged);
console.log(table);
if (values.write) {
  const page = readFileSync(PAGE, 'utf8');
  const block = /(<!-- recall -->\n)[\s\S]*?(<!-- \/recall -->)/;
  if (!block.test(page)) throw new Error(`${PAGE} has no block <!-- recall --> … <!-- /recall -->`);
  writeFileSync(
    PAGE,
    page.replace(block, (_, start: string, end: string) => `${start}\n${table}\n${end}`),
  );
}
