import { resolve } from 'node:path';
import { UsageError } from '../model/errors.js';
import type { Files } from '../ports/files.js';
import { judgeRecording } from '../judge-recording.js';
import { parseRecording, type Recording } from '../recording/recording.js';
import type { RunResult } from '../run.js';
import { resolveSettings } from '../settings/resolve-settings.js';
import type { RawOptions } from '../settings/settings.js';
import { render } from './render.js';

/** Options about printing; all others come from the run that was recorded. */
const ABOUT_PRINTING = ['format', 'notices', 'color', 'quiet'];

/** Judges a recording and renders the report. Throws UsageError for a bad option or a file that is no recording. */
export async function judgeFile(
  paths: readonly string[],
  flags: Readonly<Record<string, unknown>>,
  { files, version, color }: { readonly files: Files; readonly version: string; readonly color: boolean },
): Promise<{ readonly text: string; readonly exitCode: number }> {
  const [path, extra] = paths;
  if (path === undefined) throw new UsageError('judge needs the recording of a run: gate --record FILE writes one');
  if (extra !== undefined) throw new UsageError(`unexpected argument "${extra}": judge takes one recording`);
  const options = flags as RawOptions;
  const other = Object.keys(flags).find((name) => !ABOUT_PRINTING.includes(name));
  if (other !== undefined)
    throw new UsageError(
      `--${other} is not for judge, which has it from the recording; it takes ${shown(ABOUT_PRINTING)}`,
    );
  const settings = resolveSettings('gate', [path], [{ label: (name) => `--${name}`, options }], { color });
  const read = files.read(resolve(path));
  if (!read.ok) throw new UsageError(`the recording "${path}" cannot be read: ${read.reason.replaceAll('-', ' ')}`);
  const result = await judged(parseRecording(read.text, path), path, version);
  return { text: render(result, settings), exitCode: result.exitCode };
}

/** What is missing in a file that somebody has edited shows wherever it is needed first. */
async function judged(recording: Recording, path: string, version: string): Promise<RunResult> {
  try {
    return await judgeRecording(recording, version);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`"${path}" is no whole recording (${why}): gate --record FILE writes one`);
  }
}

function shown(names: readonly string[]): string {
  return names.map((name) => `--${name}`).join(', ');
}
