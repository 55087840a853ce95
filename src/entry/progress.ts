import { LiveProgress } from '../adapters/live-progress.js';
import { PlainProgress } from '../adapters/plain-progress.js';
import { systemClock } from '../adapters/system-clock.js';
import { WorkflowProgress } from '../adapters/workflow-progress.js';
import type { Progress } from '../ports/progress.js';
import type { Settings } from '../settings/settings.js';
import { inWorkflow } from './in-workflow.js';

const USUAL_SIZE = { columns: 80, rows: 24 };

/**
 * How the command line says what it is doing, on standard error, so that standard output has nothing but the result: live lines on a
 * terminal, groups in a workflow's log, plain lines elsewhere.
 */
export function progressOf({ color }: Pick<Settings, 'color'>): Progress {
  const { env, stderr } = process;
  const write = (text: string): void => {
    stderr.write(text);
  };
  if (inWorkflow()) return new WorkflowProgress(write);
  // Terminals of build servers are recorded as text.
  if (!stderr.isTTY || env['CI'] || env['TERM'] === 'dumb') return new PlainProgress(write);
  const size = (): typeof USUAL_SIZE => ({
    columns: stderr.columns || USUAL_SIZE.columns,
    rows: stderr.rows || USUAL_SIZE.rows,
  });
  return new LiveProgress({ write, size, color, unicode: hasUnicode(env) }, systemClock);
}

/** By the first of the variables that decide on the encoding; other systems than Unix have it. */
function hasUnicode(env: NodeJS.ProcessEnv): boolean {
  if (process.platform === 'win32') return true;
  return /utf-?8/i.test(env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '');
}
