/**
 * The fault matrix: brings up the example with one thing wrong at a time, on Prometheus 2 and 3, and compares the first finding with
 * what was done. Writes the table to docs/faults.md when all faults were run.
 * `npm run test:faults -- [--only NAME,…] [--major 2|3] [--at-once N] [--sources] [--fixtures] [--show]`
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { writeFixture } from './faults/fixture.js';
import { PIPELINE_FAULTS } from './faults/pipeline.js';
import { commandLine, runFault, type FaultResult } from './faults/run-fault.js';
import { renderTable, summaryOf } from './faults/table.js';
import { FAULTS, VARIANTS } from './faults/all.js';

const { values: flags } = parseArgs({
  options: {
    only: { type: 'string' },
    major: { type: 'string' },
    'at-once': { type: 'string', default: '2' },
    sources: { type: 'boolean', default: false },
    fixtures: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
  },
});
const only = flags.only?.split(',');
const majors = ([2, 3] as const).filter((major) => flags.major === undefined || Number(flags.major) === major);
const wanted = [...FAULTS, ...PIPELINE_FAULTS, ...VARIANTS].filter(({ name }) => only?.includes(name) ?? true);
const jobs = wanted.flatMap((fault) => majors.map((major) => ({ fault, major })));
const command = commandLine(flags.sources);
const results = new Map<(typeof jobs)[number], FaultResult>();

async function worker(queue: typeof jobs): Promise<void> {
  for (let job = queue.shift(); job; job = queue.shift()) {
    const result = await runFault(job.fault, job.major, command);
    results.set(job, result);
    if (flags.fixtures) writeFixture(result);
    tell(result);
  }
}

function tell({ fault, major, right, rightLine, found, expected, seconds, trouble, recording }: FaultResult): void {
  const verdict = right ? (rightLine ? 'ok   ' : 'LINE ') : 'WRONG';
  console.log(`${verdict} ${fault.name} on Prometheus ${String(major)} in ${seconds.toFixed(1)} s`);
  if (flags.show || !right || !rightLine) {
    const at = found?.location ? `${found.location.file}:${String(found.location.start.line)}` : '-';
    console.log(`      ${at} ${found?.code ?? 'nothing'} (${found?.cause ?? '-'}) ${found?.message ?? ''}`);
    if (!right)
      console.log(
        `      expected ${expected === 'healthy' ? expected : `${expected.code} (${expected.cause ?? '-'})`}`,
      );
    for (const target of recording?.run.observation?.targets?.active ?? [])
      if (target.lastError) console.log(`      ${target.scrapeUrl}: ${target.lastError}`);
    if (trouble !== undefined) console.log(trouble.replaceAll(/^/gm, '      '));
  }
}

const queue = [...jobs];
await Promise.all(Array.from({ length: Number(flags['at-once']) }, () => worker(queue)));
const all = jobs.flatMap((job) => results.get(job) ?? []);
console.log(summaryOf(all));
if (only === undefined && majors.length === 2)
  writeFileSync(
    'docs/faults.md',
    await format(renderTable(all), { ...(await resolveConfig('docs/faults.md')), parser: 'markdown' }),
  );
if (all.some(({ right, rightLine }) => !right || !rightLine)) process.exitCode = 1;
