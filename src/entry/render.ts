import { repositoryRoot } from '../adapters/repository-root.js';
import { KNOWN_CODES } from '../known-codes.js';
import type { Checkout } from '../report/checkout.js';
import { renderJunit } from '../report/junit.js';
import { renderSarif } from '../report/sarif.js';
import { renderWorkflowCommands } from '../report/workflow-commands.js';
import type { RunResult } from '../run.js';
import type { Settings } from '../settings/settings.js';
import { renderText } from './render-text.js';

/** What of the settings decides how a result is printed. */
export type RenderSettings = Pick<Settings, 'format' | 'color' | 'failOnSeverity'> & Partial<Pick<Settings, 'notices'>>;

/** A result in the form that was asked for, as it is printed. */
export function render(result: Pick<RunResult, 'report' | 'sources'>, how: RenderSettings): string {
  const { format, failOnSeverity } = how;
  const { report, sources } = result;
  switch (format) {
    case 'text':
      return renderText(result, how);
    case 'json':
      return `${JSON.stringify(report, undefined, 2)}\n`;
    case 'sarif':
      return renderSarif(report, sources, { checkout: checkout(), codes: KNOWN_CODES });
    case 'junit':
      // Only check has a limit of its own: a gate fails by what it proved, and every error of it is a failure.
      return renderJunit(report, { failsFrom: report.command === 'check' ? failOnSeverity : 'error' });
    case 'github':
      return renderWorkflowCommands(report, checkout());
  }
}

function checkout(): Checkout {
  const workingDirectory = process.cwd();
  return { root: repositoryRoot(workingDirectory), workingDirectory };
}
