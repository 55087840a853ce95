import { renderGateText } from '../report/text.js';
import type { RunResult } from '../run.js';
import type { RenderSettings } from './render.js';

/** A result for people. Who fails by notices wants to see them. */
export function renderText(
  { report, sources }: Pick<RunResult, 'report' | 'sources'>,
  { color, failOnSeverity, notices = false }: Omit<RenderSettings, 'format'>,
): string {
  return renderGateText(report, sources, {
    color,
    notices: notices || (report.command === 'check' && failOnSeverity === 'notice'),
  });
}
