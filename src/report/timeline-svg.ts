import type { Report } from '../model/report.js';
import { escapeHtml } from './escape-html.js';
import { ticksOf, timelineOf, type Mark, type Span, type SpanKind, type TimelineRow } from './timeline.js';
import { seconds } from './seconds.js';

const WIDTH = 1000;
const LABELS = 190;
/** Room for the words behind the bars. */
const NOTES = 230;
const ROW = 22;
const TOP = 24;
const GAP = 10;

const FILL: Readonly<Record<SpanKind, string>> = {
  stage: 'var(--info)',
  'stage-failed': 'var(--bad)',
  created: 'var(--idle)',
  starting: 'var(--warn)',
  ready: 'var(--good)',
  failed: 'var(--bad)',
};
const WORDS: Readonly<Record<SpanKind, string>> = {
  stage: 'passed',
  'stage-failed': 'failed',
  created: 'created, not started',
  starting: 'starting',
  ready: 'ready',
  failed: 'never ready',
};

/** Stages and services over the time of the run; empty for a run that started nothing. */
export function timelineSvg(report: Report): string {
  const timeline = timelineOf(report);
  if (!timeline) return '';
  const { rows, endMs, more } = timeline;
  const x = (ms: number): number => LABELS + (Math.min(ms, endMs) / endMs) * (WIDTH - LABELS - NOTES);
  let y = TOP;
  const drawn = rows.map((row, index) => {
    if (index > 0 && row.group !== rows[index - 1]?.group) y += GAP;
    const text = rowSvg(row, y, x);
    y += ROW;
    return text;
  });
  const height = y + 4;
  return `<div class="scroll"><svg viewBox="0 0 ${String(WIDTH)} ${String(height)}" role="img" aria-label="timeline of the run">
${axis(endMs, height, x)}
${drawn.join('\n')}
</svg></div>
${more > 0 ? `<p class="meta">and ${String(more)} more services</p>` : ''}${LEGEND}`;
}

const LEGEND = `<p class="legend">${(['created', 'starting', 'ready', 'failed'] as const)
  .map((kind) => `<span><i style="background:${FILL[kind]}"></i>${WORDS[kind]}</span>`)
  .join('')}<span><i class="scrape"></i>first scrape</span><span><b>✕</b>failed</span></p>`;

function rowSvg({ label, spans, marks, note }: TimelineRow, y: number, x: (ms: number) => number): string {
  const shown = label.length > 27 ? `${label.slice(0, 26)}…` : label;
  const end = Math.max(LABELS, ...spans.map(({ toMs }) => x(toMs)), ...marks.map(({ atMs }) => x(atMs) + 6));
  return `<text x="0" y="${String(y + 15)}"><title>${escapeHtml(label)}</title>${escapeHtml(shown)}</text>${spans
    .map((span) => bar(span, y, x))
    .join(
      '',
    )}${marks.map((mark) => sign(mark, y, x)).join('')}<text class="axis" x="${(end + 8).toFixed(1)}" y="${String(y + 15)}">${escapeHtml(note)}</text>`;
}

function bar({ kind, fromMs, toMs }: Span, y: number, x: (ms: number) => number): string {
  const width = Math.max(x(toMs) - x(fromMs), 2);
  const title = `${WORDS[kind]}: ${seconds(fromMs)} to ${seconds(toMs)}`;
  return `<rect x="${x(fromMs).toFixed(1)}" y="${String(y + 5)}" width="${width.toFixed(1)}" height="12" rx="2" fill="${FILL[kind]}"><title>${title}</title></rect>`;
}

function sign({ kind, atMs }: Mark, y: number, x: (ms: number) => number): string {
  const [left, middle] = [x(atMs), y + 11];
  const path =
    kind === 'failed'
      ? `M${at(left - 4, middle - 4)} L${at(left + 4, middle + 4)} M${at(left - 4, middle + 4)} L${at(left + 4, middle - 4)}`
      : `M${at(left, middle - 6)} L${at(left + 6, middle)} L${at(left, middle + 6)} L${at(left - 6, middle)} Z`;
  const words = kind === 'failed' ? 'failed' : 'first scrape';
  return `<path class="${kind}" d="${path}"><title>${words}: ${seconds(atMs)}</title></path>`;
}

function at(x: number, y: number): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

/** Vertical lines at round seconds. */
function axis(endMs: number, height: number, x: (ms: number) => number): string {
  return ticksOf(endMs)
    .map((tick) => {
      const left = x(tick * 1000).toFixed(1);
      return `<line x1="${left}" x2="${left}" y1="${String(TOP - 6)}" y2="${String(height)}" stroke="var(--line)"/><text class="axis" x="${left}" y="12" text-anchor="middle">${String(tick)} s</text>`;
    })
    .join('');
}
