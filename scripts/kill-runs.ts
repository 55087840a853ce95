import { parseArgs } from 'node:util';
import { killRuns, type Round } from '../__tests__/kill/rounds.js';

// Ends real runs at random moments; exits with 1 when anything of one is left, or anything foreign was touched.
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '30' }, seed: { type: 'string', default: '1' } },
});
const line = ({ entry, signal, afterMs, cleanedMs, exitCode, left, foreignUnchanged }: Round): string =>
  [
    entry.padEnd(6),
    signal.padEnd(7),
    `after ${(afterMs / 1000).toFixed(1).padStart(5)} s`,
    cleanedMs === undefined ? 'had ended before' : `gone in ${(cleanedMs / 1000).toFixed(1).padStart(5)} s`,
    `exit ${String(exitCode)}`,
    left.length === 0 ? 'nothing left' : `LEFT ${left.join(', ')}`,
    foreignUnchanged ? '' : 'FOREIGN TOUCHED',
  ].join('  ');

const { rounds, wholeMs, late } = await killRuns(Number(values.rounds), Number(values.seed), (round) => {
  console.log(line(round));
});
const summary = {
  rounds: rounds.length,
  killed: rounds.filter(({ cleanedMs }) => cleanedMs !== undefined).length,
  seed: Number(values.seed),
  whole_run_ms: wholeMs,
  left: rounds.flatMap(({ left }) => left).length,
  late: late.length,
  foreign_touched: rounds.filter(({ foreignUnchanged }) => !foreignUnchanged).length,
  slowest_clean_up_ms: Math.max(...rounds.map(({ cleanedMs }) => cleanedMs ?? 0)),
};
if (late.length > 0) console.log(`appeared later: ${late.join(', ')}`);
console.log(JSON.stringify(summary));
process.exit(summary.left + summary.late + summary.foreign_touched === 0 ? 0 : 1);
