/** Compares our verdicts with those of the real programs on made-up files: `npm run fuzz:static -- [KIND…] [--count N] [--seed N]`. */
import { parseArgs } from 'node:util';
import { SUBJECTS } from '../__tests__/differential/subjects.js';

const { values, positionals } = parseArgs({
  options: {
    count: { type: 'string', default: '4000' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '10' },
    reasons: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const count = Number(values.count);
const seed = Number(values.seed);
const results: Record<string, { count: number; refused: number; disagree: number; agreement: number }> = {};
for (const [name, subject] of Object.entries(SUBJECTS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const { disagreements, refused, reasons } = await subject(count, seed);
  const agreement = 1 - disagreements.length / count;
  results[name] = { count, refused, disagree: disagreements.length, agreement };
  for (const { seed: one, text, ours, theirs } of disagreements.slice(0, Number(values.show)))
    console.log(`--- ${name} ${String(one)}\n${text}\nours: ${ours.join('; ') || 'accepted'}\ntheirs: ${theirs}\n`);
  if (values.reasons)
    for (const [reason, times] of [...reasons].sort((a, b) => b[1] - a[1]).slice(0, 60))
      console.log(`${String(times)} ${reason}`);
  console.log(
    `${name}: ${String(count)} files, ${String(refused)} refused, agreement ${(agreement * 100).toFixed(2)} %`,
  );
}
console.log(JSON.stringify({ seed, results }));
if (Object.values(results).some(({ agreement }) => agreement < 0.99)) process.exitCode = 1;
