import { applyFixes, type AppliedFixes, type FixOptions, type Skipped } from './fix/apply-fixes.js';
import { composeOrigins, lineOrigins } from './fix/line-origins.js';
import type { Finding } from './model/finding.js';
import type { RunResult } from './run.js';

/** One fix may uncover another, as when a file is found that was not before. More rounds than this nobody has seen a need for. */
const MOST_ROUNDS = 3;

/** What became of one file over all rounds. */
export interface MendedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** For each line of `after` the index of the old line that it is, or -1. */
  readonly origins: readonly number[];
}

/** What mending came to. Nothing is written yet. */
export interface Mended {
  /** The check of the files as they are. */
  readonly before: RunResult;
  /** The check of the files as they would be. */
  readonly after: RunResult;
  readonly files: readonly MendedFile[];
  readonly fixed: readonly Finding[];
  /** Fixes that were asked for and left out, as the last round saw them. */
  readonly skipped: readonly Skipped[];
  /** Fixes that were not asked for. */
  readonly suggestions: number;
  /** The last round still changed something: another run goes on. */
  readonly unfinished: boolean;
}

/**
 * Applies fixes and checks again, until nothing is left to apply or three rounds have passed.
 * @param check the check of the files, some of which have another text; by their path in messages
 */
export async function mend(
  check: (texts: ReadonlyMap<string, string>) => Promise<RunResult>,
  options: FixOptions,
): Promise<Mended> {
  const before = await check(new Map());
  const files = new Map<string, MendedFile>();
  const fixed: Finding[] = [];
  let after = before;
  let step = fixesOf(before, options);
  for (let round = 0; round < MOST_ROUNDS && step.applied.length > 0; round++) {
    fixed.push(...step.applied);
    for (const change of step.changes) {
      const known = files.get(change.path);
      const origins = lineOrigins(change.before, change.edits);
      files.set(change.path, {
        path: change.path,
        before: known?.before ?? change.before,
        after: change.after,
        origins: known ? composeOrigins(known.origins, origins) : origins,
      });
    }
    after = await check(new Map([...files].map(([path, file]) => [path, file.after])));
    refuseBroken(before, after, files);
    step = fixesOf(after, options);
  }
  const left = step.skipped.filter(({ why }) => why !== 'suggested');
  return {
    before,
    after,
    files: [...files.values()].filter((file) => file.before !== file.after),
    fixed,
    skipped: left,
    suggestions: step.skipped.length - left.length,
    unfinished: step.applied.length > 0,
  };
}

/** A command that could not judge has nothing to mend. */
function fixesOf({ report, sources, exitCode }: RunResult, options: FixOptions): AppliedFixes {
  return applyFixes(exitCode > 1 ? [] : report.findings, sources, options);
}

/** A fix after which a file cannot be read any more is a fault of ours, and is never written. */
function refuseBroken(before: RunResult, after: RunResult, files: ReadonlyMap<string, MendedFile>): void {
  const key = ({ code, location }: Finding): string => `${code} ${location?.file ?? ''}`;
  const known = new Set(before.report.findings.map(key));
  const broken = after.report.findings.find(
    (finding) =>
      finding.stage === 'load' &&
      finding.severity === 'error' &&
      files.has(finding.location?.file ?? '') &&
      !known.has(key(finding)),
  );
  if (after.exitCode > 1 || broken)
    throw new Error(
      `internal error: the fixes would break ${broken ? `"${broken.location?.file ?? ''}" (${broken.message})` : `the check (${after.report.error ?? ''})`}, so nothing was written; please report it`,
    );
}
