import type { FaultResult } from './run-fault.js';

/** One line: how many are right, and how long they took. */
export function summaryOf(results: readonly FaultResult[]): string {
  const count = (is: (result: FaultResult) => boolean): string => String(results.filter(is).length);
  const seconds = results.map((result) => result.seconds).sort((a, b) => a - b);
  const median = seconds[Math.floor(seconds.length / 2)] ?? 0;
  return [
    `${count(({ right }) => right)} of ${String(results.length)} first findings right`,
    `${count(({ right, rightLine }) => right && rightLine)} on the right line`,
    `seconds to red: median ${median.toFixed(1)}, most ${(seconds.at(-1) ?? 0).toFixed(1)}`,
  ].join(', ');
}

/** docs/faults.md. */
export function renderTable(results: readonly FaultResult[]): string {
  const rows = results.map(({ fault, major, expected, found, right, rightLine, seconds }) => {
    const wanted = expected === 'healthy' ? 'healthy' : (expected.cause ?? expected.code);
    const got = right ? wanted : (found?.cause ?? found?.code ?? 'nothing');
    const cells = [fault.title, String(major), wanted, got, rightLine ? 'yes' : '**no**', seconds.toFixed(1)];
    return `| ${cells.join(' | ')} |`;
  });
  return `# Faults

Each row is a run on real Docker and a real Prometheus: the example with one thing made wrong by a small patch (\`scripts/faults/\`), and the
first finding of the gate. \`npm run test:faults\` runs all of it and writes this table; the recordings of the runs are the fixtures of the
rules, so that \`npm run test:unit\` judges them again.

${summaryOf(results)}.

| what is wrong | Prometheus | cause | found | right line | seconds |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
