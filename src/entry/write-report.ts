import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeDirectory } from '../adapters/make-directory.js';
import { EnvironmentError } from '../model/errors.js';
import { renderHtml } from '../report/html.js';
import { renderSummary } from '../report/summary.js';
import type { RunResult } from '../run.js';
import type { Settings } from '../settings/settings.js';
import { render } from './render.js';

/** Where the files are that outputs name. */
export interface WrittenReport {
  readonly report: string;
  readonly summary: string;
  readonly sarif: string;
  readonly junit: string;
}

/** Writes the report in all its forms. Throws EnvironmentError when the directory cannot be written. */
export function writeReport(
  result: RunResult,
  directory: string,
  { failOnSeverity }: Pick<Settings, 'failOnSeverity'> = { failOnSeverity: 'error' },
): WrittenReport {
  const { report } = result;
  const as = (format: Settings['format']): string => render(result, { format, failOnSeverity, color: false });
  const files = {
    'report.json': as('json'),
    'scrapegate.sarif': as('sarif'),
    'junit.xml': as('junit'),
    'summary.md': renderSummary(report, { sources: result.sources }),
    'report.html': renderHtml(report, result.sources),
  };
  try {
    makeDirectory(directory);
    for (const [name, text] of Object.entries(files)) writeFileSync(resolve(directory, name), text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new EnvironmentError(
      `the report cannot be written to "${directory}" (${why}): name another place with --report-dir`,
    );
  }
  const at = (name: keyof typeof files): string => join(directory, name);
  return {
    report: at('report.json'),
    summary: at('summary.md'),
    sarif: at('scrapegate.sarif'),
    junit: at('junit.xml'),
  };
}
