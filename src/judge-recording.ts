import { relative } from 'node:path';
import { loadJudges, loadOneStack } from './check-paths.js';
import type { RunRecord } from './model/run-record.js';
import { inlineOf } from './model/stack.js';
import { RecordedFiles } from './recording/recorded-files.js';
import { recordedTargets, type RecordedSettings, type Recording } from './recording/recording.js';
import { conclude, sieveOf, type RunResult } from './run.js';
import { readSettingsFile } from './settings/settings-file.js';
import type { Settings } from './settings/settings.js';
import { judge } from './stages/judge.js';
import { planBringUp } from './stages/plan.js';

/**
 * Judges a recorded run again, offline: the same rules on the same evidence, so the same report and exit code. Throws UsageError for
 * a recording that does not have what it needs.
 */
export async function judgeRecording(recording: Recording, version: string): Promise<RunResult> {
  const files = new RecordedFiles(recording.files);
  const workingDirectory = recording.working_directory;
  const settings = settingsOf(recording);
  const displayPath = (absolute: string): string => relative(workingDirectory, absolute) || absolute;
  const ports = { files, workingDirectory, environment: recording.environment, displayPath, version };
  const stack = loadOneStack(settings.paths[0] ?? '.', settings, ports);
  await loadJudges([stack]);
  const { startedMs, endedMs, stages, observation, findings, readyAt } = recording.run;
  const read = { stack, files: stack.files, inline: inlineOf(stack) };
  const targets = recordedTargets(recording, read);
  const plan = planBringUp(stack);
  const record: RunRecord = {
    ...read,
    command: 'gate',
    startedMs,
    endedMs,
    stages,
    targets,
    readyAt: new Map(Object.entries(readyAt)),
    ...(observation ? { plan, observation } : {}),
    findings: observation ? [...judge({ stack, plan, targets, observation }), ...findings] : findings,
  };
  return conclude(record, sieveOf(settings, ports), settings, ports);
}

/** The settings of the run; what is about printing is the business of whoever prints. */
function settingsOf({ settings: recorded }: Recording): Settings {
  const { settingsFile, ...rest } = recorded;
  const ignores = settingsFile ? ignoresOf(settingsFile) : [];
  return {
    command: 'gate',
    timeoutMs: 0,
    // The recorded targets say already what was asked of them.
    externalTargets: 'require',
    stableScrapes: 1,
    tempo: 'fast',
    format: 'text',
    keep: false,
    reportDir: '',
    quiet: false,
    color: false,
    writeBaseline: false,
    notices: false,
    ...rest,
    ignores,
  };
}

function ignoresOf({ path, text }: NonNullable<RecordedSettings['settingsFile']>): Settings['ignores'] {
  const read = { [path]: { ok: true, text } } as const;
  const files = new RecordedFiles({ read, kind: {}, access: {}, directories: {}, list: {} });
  return readSettingsFile(path, path, false, files).ignores;
}
