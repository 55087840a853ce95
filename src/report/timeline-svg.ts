import type { Report } from '../model/report.js';
import { escapeHtml } from './escape-html.js';

const WIDTH = 1000;
const LABELS = 250;
const ROW = 24;
const TOP = 22;
/** More rows than this make no picture that anybody can read. */
const MOST_ROWS = 80;

interface Bar {
  readonly label: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly color: string;
}

/** Stages, services and targets over the time of the run; empty for a run that started nothing. */
export function timelineSvg(report: Report): string {
  const bars = barsOf(report).slice(0, MOST_ROWS);
  if (report.command === 'check' || bars.length === 0) return '';
  const endMs = Math.max(report.duration_ms, ...bars.map(({ toMs }) => toMs), 1);
  const x = (ms: number): number => LABELS + (ms / endMs) * (WIDTH - LABELS - 60);
  const height = TOP + bars.length * ROW + 6;
  const rows = bars.map((bar, index) => row(bar, TOP + index * ROW, x));
  return `<div class="scroll"><svg viewBox="0 0 ${String(WIDTH)} ${String(height)}" role="img" aria-label="timeline of the run">
${axis(endMs, height, x)}
${rows.join('\n')}
</svg></div>`;
}

function barsOf(report: Report): Bar[] {
  const startedMs = Date.parse(report.started_at);
  const stages = report.stages.flatMap(({ name, status, started_at, duration_ms = 0 }): Bar[] => {
    if (started_at === undefined) return [];
    const fromMs = Date.parse(started_at) - startedMs;
    const color = status === 'failed' ? 'var(--bad)' : 'var(--info)';
    return [{ label: name, fromMs, toMs: fromMs + duration_ms, color }];
  });
  const services = report.services.flatMap(({ name, ready_after_ms }): Bar[] =>
    ready_after_ms === undefined
      ? []
      : [{ label: `${name} ready`, fromMs: 0, toMs: ready_after_ms, color: 'var(--warn)' }],
  );
  const targets = report.targets.flatMap(({ job, first_up_after_ms }): Bar[] =>
    first_up_after_ms === undefined
      ? []
      : [{ label: `${job} first up`, fromMs: 0, toMs: first_up_after_ms, color: 'var(--good)' }],
  );
  return [...stages, ...services, ...targets];
}

function row({ label, fromMs, toMs, color }: Bar, y: number, x: (ms: number) => number): string {
  const shown = label.length > 36 ? `${label.slice(0, 35)}…` : label;
  const width = Math.max(x(toMs) - x(fromMs), 2);
  return `<text x="0" y="${String(y + 15)}">${escapeHtml(shown)}</text><rect x="${x(fromMs).toFixed(1)}" y="${String(y + 4)}" width="${width.toFixed(1)}" height="14" rx="3" fill="${color}"/><text class="axis" x="${(x(toMs) + 5).toFixed(1)}" y="${String(y + 15)}">${seconds(toMs - fromMs)}</text>`;
}

/** Vertical lines at round seconds, at most eight of them. */
function axis(endMs: number, height: number, x: (ms: number) => number): string {
  const step = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600].find((candidate) => endMs / 1000 / candidate <= 8) ?? 1800;
  const ticks = Array.from({ length: Math.floor(endMs / 1000 / step) + 1 }, (_, index) => index * step);
  return ticks
    .map((tick) => {
      const at = x(tick * 1000).toFixed(1);
      return `<line x1="${at}" x2="${at}" y1="${String(TOP)}" y2="${String(height)}" stroke="var(--line)"/><text class="axis" x="${at}" y="12" text-anchor="middle">${String(tick)} s</text>`;
    })
    .join('');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
