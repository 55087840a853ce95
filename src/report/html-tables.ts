import type { Report } from '../model/report.js';
import { escapeHtml } from './escape-html.js';
import { seconds } from './seconds.js';

/** Findings that do not count, and why. */
export function suppressedTable({ suppressed }: Report): string {
  const rows = suppressed.map(({ finding: { code, message, location }, kind, reason }) => [
    escapeHtml(code),
    `<code>${escapeHtml(location ? `${location.file}:${String(location.start.line)}` : '')}</code>`,
    `<span class="long">${escapeHtml(message)}</span>`,
    `<span class="long">${escapeHtml(reason)}</span>`,
    kind,
  ]);
  return table(['code', 'place', 'finding', 'why it does not count', 'by'], rows);
}

/** Expected targets and what became of them. */
export function targetsTable({ targets }: Report): string {
  const someError = targets.some(({ last_error }) => last_error !== undefined);
  const rows = targets.map((target) => [
    escapeHtml(target.job),
    `<code>${escapeHtml(target.target)}</code>`,
    state(target.health, target.health === 'up'),
    target.first_up_after_ms === undefined ? '' : seconds(target.first_up_after_ms),
    target.scrape_duration_ms === undefined ? '' : `${target.scrape_duration_ms.toFixed(1)} ms`,
    `<code>${escapeHtml(`${target.expected_from.file}:${String(target.expected_from.line)}`)}</code>`,
    ...(someError ? [`<span class="long">${escapeHtml(target.last_error ?? '')}</span>`] : []),
  ]);
  const head = ['job', 'target', 'health', 'first up after', 'scrape', 'expected from'];
  return table(someError ? [...head, 'last error'] : head, rows);
}

/** Services as they were last seen. */
export function servicesTable({ services }: Report): string {
  const rows = services.map((service) => [
    escapeHtml(service.name),
    state(
      service.state === 'running' && service.health !== 'none' ? service.health : service.state,
      service.health === 'healthy' || (service.state === 'running' && service.health === 'none'),
    ),
    service.ready_after_ms === undefined ? '' : seconds(service.ready_after_ms),
    String(service.restarts),
    `<code>${escapeHtml(service.image)}</code>`,
    service.logs_tail?.length
      ? `<details><summary>last log lines</summary><pre>${escapeHtml(service.logs_tail.join('\n'))}</pre></details>`
      : '',
  ]);
  return table(['service', 'state', 'ready after', 'restarts', 'image', ''], rows);
}

/** Files that were read. */
export function filesTable({ files }: Report): string {
  const rows = files.map(({ path, kind, errors, warnings }) => [
    `<code>${escapeHtml(path)}</code>`,
    escapeHtml(kind),
    String(errors),
    String(warnings),
  ]);
  return table(['file', 'kind', 'errors', 'warnings'], rows);
}

/** States that are neither good nor bad yet. */
const UNDECIDED = new Set(['not started', 'starting', 'created', 'unknown', 'dropped']);

function state(word: string, good: boolean): string {
  const color = good ? 'good' : UNDECIDED.has(word) ? 'idle' : 'bad';
  return `<span class="${color}">${escapeHtml(word)}</span>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const cells = (row: readonly string[], tag: string): string => row.map((cell) => `<${tag}>${cell}</${tag}>`).join('');
  const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n');
  return `<div class="scroll"><table><thead><tr>${cells(head, 'th')}</tr></thead>\n<tbody>${body}</tbody></table></div>`;
}
