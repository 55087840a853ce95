import type { Report, ServiceReport } from '../model/report.js';
import { seconds } from './seconds.js';

/** What a service was in during a span: made and not started, on its way, ready, or on its way and failed; or a stage ran. */
export type SpanKind = 'stage' | 'stage-failed' | 'created' | 'starting' | 'ready' | 'failed';

/** A part of a row, in milliseconds since the start of the run. */
export interface Span {
  readonly kind: SpanKind;
  readonly fromMs: number;
  readonly toMs: number;
}

/** An instant on a row. */
export interface Mark {
  readonly kind: 'first-scrape' | 'failed';
  readonly atMs: number;
}

/** One stage or one service over the time of the run. */
export interface TimelineRow {
  readonly group: 'stages' | 'services';
  readonly label: string;
  readonly spans: readonly Span[];
  readonly marks: readonly Mark[];
  /** The same in words. */
  readonly note: string;
}

/** A run as rows over time. */
export interface Timeline {
  readonly rows: readonly TimelineRow[];
  readonly endMs: number;
  /** Services that are left out. */
  readonly more: number;
}

/** More services than this make no picture that anybody can read. */
const MOST_SERVICES = 60;

/** When stages ran and services were created, started, ready and first scraped; undefined for a run that started nothing. Pure. */
export function timelineOf(report: Report): Timeline | undefined {
  const startedMs = Date.parse(report.started_at);
  const stages = report.stages.flatMap(({ name, status, started_at, duration_ms = 0 }): TimelineRow[] => {
    if (started_at === undefined) return [];
    const fromMs = Date.parse(started_at) - startedMs;
    const toMs = fromMs + duration_ms;
    const failed = status === 'failed';
    const spans = [{ kind: failed ? 'stage-failed' : 'stage', fromMs, toMs } as const];
    const note = `${seconds(duration_ms)}${failed ? ', failed' : ''}`;
    return [{ group: 'stages', label: name, spans, marks: failed ? [{ kind: 'failed', atMs: toMs }] : [], note }];
  });
  if (report.command === 'check' || stages.length === 0) return undefined;
  const down = stages.find(({ label }) => label === 'down')?.spans[0]?.fromMs;
  const failed = new Set(
    report.findings.flatMap(({ severity, subject, code }) =>
      severity === 'error' && subject?.service !== undefined && /^runtime\/(?:service|bring)-/.test(code)
        ? [subject.service]
        : [],
    ),
  );
  const untilMs = down ?? report.duration_ms;
  const services = report.services
    .slice(0, MOST_SERVICES)
    .map((service) => serviceRow(service, untilMs, failed.has(service.name)));
  const rows = [...stages, ...services];
  const endMs = Math.max(1, report.duration_ms, ...rows.flatMap(({ spans }) => spans.map(({ toMs }) => toMs)));
  return { rows, endMs, more: report.services.length - services.length };
}

function serviceRow(service: ServiceReport, untilMs: number, isFailed: boolean): TimelineRow {
  const {
    created_after_ms: created,
    ready_after_ms: ready,
    exited_after_ms: exited,
    first_scrape_after_ms: scraped,
  } = service;
  const started = service.started_after_ms ?? created;
  const row = { group: 'services', label: service.name } as const;
  if (created === undefined && ready === undefined) return { ...row, spans: [], marks: [], note: service.state };
  const goneMs = exited ?? untilMs;
  const failedNow = isFailed && ready === undefined;
  const spans = [
    span('created', created, started),
    span(failedNow ? 'failed' : 'starting', started ?? 0, ready ?? goneMs),
    ...(ready === undefined ? [] : [span('ready', ready, untilMs)]),
  ].flat();
  const marks: Mark[] = [
    ...(scraped === undefined ? [] : [{ kind: 'first-scrape', atMs: scraped } as const]),
    ...(isFailed ? [{ kind: 'failed', atMs: goneMs } as const] : []),
  ];
  const note = [
    ...(ready === undefined ? [] : [`ready ${seconds(ready)}`]),
    ...(scraped === undefined ? [] : [`scraped ${seconds(scraped)}`]),
    ...(isFailed || ready === undefined ? [stateOf(service)] : []),
  ].join(', ');
  return { ...row, spans, marks, note };
}

/** Ready before it was started is another clock; what lasts no time is no span. */
function span(kind: SpanKind, fromMs: number | undefined, toMs: number | undefined): Span[] {
  return fromMs === undefined || toMs === undefined || toMs < fromMs ? [] : [{ kind, fromMs, toMs }];
}

function stateOf({ state, health, exit_code, exited_after_ms, restarts }: ServiceReport): string {
  if (restarts > 0) return `restarted ${String(restarts)} times`;
  const at = exited_after_ms === undefined ? '' : ` ${seconds(exited_after_ms)}`;
  if (exit_code !== undefined) return `exited${at} (code ${String(exit_code)})`;
  return state === 'running' && health !== 'none' ? health : state;
}

/** Round seconds for an axis, at most eight of them. */
export function ticksOf(endMs: number): number[] {
  const step = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600].find((candidate) => endMs / 1000 / candidate <= 8) ?? 1800;
  return Array.from({ length: Math.floor(endMs / 1000 / step) + 1 }, (_, index) => index * step);
}
