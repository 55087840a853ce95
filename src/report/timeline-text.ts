import { columnsOf, cutToColumns, padToColumns } from '../model/columns.js';
import { oneLine } from '../model/harmless.js';
import type { Report } from '../model/report.js';
import { ticksOf, timelineOf, type SpanKind, type TimelineRow } from './timeline.js';

const CELLS = 60;
const LONGEST_LABEL = 26;
const FILL: Readonly<Record<SpanKind, string>> = {
  stage: '━',
  'stage-failed': '━',
  created: '·',
  starting: '░',
  failed: '░',
  ready: '█',
};
const SIGN = { 'first-scrape': '◆', failed: '✖' } as const;
const LEGEND = '· created   ░ starting   █ ready   ◆ first scrape   ✖ failed';

/** The timeline of a run as lines of text of the same width for each character; empty for a run that started nothing. */
export function timelineText(report: Report): string[] {
  const timeline = timelineOf(report);
  if (!timeline) return [];
  const { rows, endMs, more } = timeline;
  const cell = (ms: number): number => Math.min(CELLS - 1, Math.max(0, Math.floor((ms / endMs) * CELLS)));
  const labels = rows.map(({ label }) => cutToColumns(oneLine(label), LONGEST_LABEL));
  const width = Math.max(...labels.map(columnsOf));
  const line = (label: string, chart: string, note = ''): string =>
    `${padToColumns(label, width)}  ${chart}  ${note}`.trimEnd();
  const lines = rows.flatMap((row, index) => {
    const first = index > 0 && row.group !== rows[index - 1]?.group ? [''] : [];
    return [...first, line(labels[index] ?? '', chartOf(row, cell), row.note)];
  });
  return [
    line('', axis(endMs)),
    ...lines,
    ...(more > 0 ? [`and ${String(more)} more services`] : []),
    '',
    line('', LEGEND),
  ];
}

function chartOf({ spans, marks }: TimelineRow, cell: (ms: number) => number): string {
  const cells = Array<string>(CELLS).fill(' ');
  // What is shorter than a cell still takes one, so that a check of 20 ms is seen.
  for (const { kind, fromMs, toMs } of spans) cells.fill(FILL[kind], cell(fromMs), cell(toMs) + 1);
  for (const { kind, atMs } of marks) cells[cell(atMs)] = SIGN[kind];
  return cells.join('');
}

function axis(endMs: number): string {
  let text = '';
  for (const tick of ticksOf(endMs)) {
    const label = `${String(tick)} s`;
    const at = Math.floor(((tick * 1000) / endMs) * CELLS);
    if (at >= text.length) text = text.padEnd(at) + label;
  }
  return text.padEnd(CELLS);
}
