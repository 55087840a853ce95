import type { Report } from '../model/report.js';
import { code, escapeMarkdown, markdownTable } from './markdown.js';
import { seconds } from './seconds.js';

/** More rows than this nobody reads in a summary; report.json has them. */
export const MOST_ROWS = 200;

/** Services as they were last seen, and when they came to be so. */
export function servicesSection({ services: all }: Report): string {
  if (all.length === 0) return '';
  const rows = all
    .slice(0, MOST_ROWS)
    .map(({ name, state, health, restarts, exit_code, image, ...times }) => [
      escapeMarkdown(name),
      health === 'none' || state !== 'running' ? state : `${state}, ${health}`,
      after(times.created_after_ms),
      after(times.started_after_ms),
      after(times.ready_after_ms),
      after(times.first_scrape_after_ms),
      String(restarts),
      exit_code === undefined ? '' : String(exit_code),
      code(image),
    ]);
  const times = ['created after', 'started after', 'ready after', 'first scrape after'];
  return `### Services\n\n${markdownTable(['service', 'state', ...times, 'restarts', 'exit code', 'image'], rows)}`;
}

function after(ms: number | undefined): string {
  return ms === undefined ? '' : seconds(ms);
}

/** Expected targets and what became of them. */
export function targetsSection({ targets: all }: Report): string {
  if (all.length === 0) return '';
  const rows = all
    .slice(0, MOST_ROWS)
    .map((target) => [
      escapeMarkdown(target.job),
      escapeMarkdown(target.target),
      target.health === 'up' ? '✅ up' : `❌ ${target.health}`,
      target.first_up_after_ms === undefined ? '' : seconds(target.first_up_after_ms),
      target.scrape_duration_ms === undefined ? '' : `${target.scrape_duration_ms.toFixed(1)} ms`,
      code(`${target.expected_from.file}:${String(target.expected_from.line)}`),
      escapeMarkdown(target.last_error ?? ''),
    ]);
  const head = ['job', 'target', 'health', 'first up after', 'scrape', 'expected from', 'last error'];
  return `### Targets\n\n${markdownTable(head, rows)}`;
}
