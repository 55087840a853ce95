import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EnvironmentError } from '../model/errors.js';
import { renderHtml } from '../report/html.js';
import { renderSummary } from '../report/summary.js';
import type { RunResult } from '../run.js';

/** Where the two files are that outputs name. */
export interface WrittenReport {
  readonly report: string;
  readonly summary: string;
}

/** Writes the report in all its forms. Throws EnvironmentError when the directory cannot be written. */
export function writeReport({ report }: RunResult, directory: string): WrittenReport {
  const files = {
    'report.json': `${JSON.stringify(report, undefined, 2)}\n`,
    'summary.md': renderSummary(report),
    'report.html': renderHtml(report),
  };
  try {
    mkdirSync(resolve(directory), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(resolve(directory, name), text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new EnvironmentError(
      `the report cannot be written to "${directory}" (${why}): name another place with --report-dir`,
    );
  }
  return { report: join(directory, 'report.json'), summary: join(directory, 'summary.md') };
}
