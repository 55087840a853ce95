import type { FaultResult } from './run-fault.js';

/** One line: how many are right, and how long they took. */
export function summaryOf(results: readonly FaultResult[]): string {
  const count = (all: readonly FaultResult[], is: (result: FaultResult) => boolean): string =>
    `${String(all.filter(is).length)} of ${String(all.length)}`;
  const faults = results.filter(({ fault }) => fault.expect !== 'healthy');
  const healthy = results.filter(({ fault }) => fault.expect === 'healthy');
  const seconds = faults.map((result) => result.seconds).sort((a, b) => a - b);
  const median = seconds[Math.floor(seconds.length / 2)] ?? 0;
  return [
    `${count(faults, ({ right }) => right)} first findings right`,
    `${count(faults, ({ right, rightLine }) => right && rightLine)} on the right line`,
    `seconds to red: median ${median.toFixed(1)}, most ${(seconds.at(-1) ?? 0).toFixed(1)}`,
    `${count(healthy, ({ right }) => right)} healthy stacks pass without a finding`,
  ].join(', ');
}

/** docs/faults.md. */
export function renderTable(results: readonly FaultResult[]): string {
  const faults = results.filter(({ fault }) => fault.expect !== 'healthy').map(faultRow);
  const healthy = results.filter(({ fault }) => fault.expect === 'healthy').map(healthyRow);
  return `# Faults

Each row is a run on real Docker and a real Prometheus: the example with one thing made wrong by a small patch (\`scripts/faults/\`), and the
first finding of the gate. \`npm run test:faults\` runs all of it and writes these tables; recordings of the runs are fixtures of the
rules, so that \`npm run test:unit\` judges them again.

${summaryOf(results)}.

| what is wrong | Prometheus | cause | found | right line | seconds |
| --- | --- | --- | --- | --- | --- |
${faults.join('\n')}

## Healthy stacks

The same stack, made different in a way that works. Nothing above a notice is to be found, but for what the difference itself asks for.

| what is different | Prometheus | found | expected besides | seconds |
| --- | --- | --- | --- | --- |
${healthy.join('\n')}
`;
}

function faultRow({ fault, major, expected, found, right, rightLine, seconds }: FaultResult): string {
  const wanted = expected === 'healthy' ? 'healthy' : (expected.cause ?? expected.code);
  const got = right ? wanted : (found?.cause ?? found?.code ?? 'nothing');
  return row(fault.title, String(major), wanted, got, rightLine ? 'yes' : '**no**', seconds.toFixed(1));
}

function healthyRow({ fault, major, found, right, seconds }: FaultResult): string {
  const allowed = 'allowed' in fault ? (fault.allowed ?? []) : [];
  const got = right ? 'pass' : `**${found?.code ?? 'no verdict'}**`;
  return row(fault.title, String(major), got, allowed.join(', '), seconds.toFixed(1));
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
