import type { Finding } from '../model/finding.js';
import { oneLine } from '../model/harmless.js';

/** What is told of mending. */
export interface MendedFacts {
  readonly dryRun: boolean;
  readonly files: readonly unknown[];
  readonly fixed: readonly Finding[];
  readonly skipped: readonly { readonly finding: Finding; readonly why: string }[];
  readonly suggestions: number;
  readonly unfinished: boolean;
}

/** More lines than this nobody reads. */
const MOST_LINES = 100;

/** In words what kept a fix from being applied. */
const REASONS: Readonly<Record<string, string>> = {
  overlap: 'another fix changes the same place',
  changed: 'the text in the file is not the one that the fix is for',
  'no-file': 'the file is read-only, outside of the repository, or none',
  'no-effect': 'it would change nothing',
};

/** What was mended, what was not and why, and how to go on; one line each. */
export function renderMended({ dryRun, files, fixed, skipped, suggestions, unfinished }: MendedFacts): string {
  const done = dryRun ? 'would fix' : 'fixed';
  const lines = [
    ...fixed.map((finding) => `${done} ${about(finding)}`),
    ...skipped.map(({ finding, why }) => `not fixed ${about(finding)}: ${REASONS[why] ?? why}`),
  ];
  const more = lines.length > MOST_LINES ? [`${String(lines.length - MOST_LINES)} more`] : [];
  const counts =
    fixed.length === 0
      ? 'nothing to fix'
      : `${done} ${counted(fixed.length, 'finding')} in ${counted(files.length, 'file')}`;
  const rest = suggestions === 0 ? '' : `; ${counted(suggestions, 'suggestion')} with --suggestions`;
  const again = unfinished ? '; the last fixes uncovered more: run it again' : '';
  return `${[...lines.slice(0, MOST_LINES), ...more, `${counts}${rest}${again}`].join('\n')}\n`;
}

function about({ code, location, fix }: Finding): string {
  const place = location ? `${location.file}:${String(location.start.line)}:${String(location.start.column)} ` : '';
  return oneLine(`${place}${code}: ${fix?.title ?? ''}`);
}

function counted(count: number, what: string): string {
  return `${String(count)} ${what}${count === 1 ? '' : 's'}`;
}
