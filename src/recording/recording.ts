import { UsageError } from '../model/errors.js';
import type { FileAnswers } from '../model/file-answers.js';
import type { Finding } from '../model/finding.js';
import type { Observation } from '../model/observation.js';
import type { StageReport } from '../model/report.js';
import type { RunRecord } from '../model/run-record.js';
import type { TargetResult } from '../model/target.js';
import { pack, unpack } from './packed-ranges.js';
import { Redaction } from './redaction.js';

/** Options of a run that decide what is judged and how it counts. */
export interface RecordedSettings {
  readonly paths: readonly string[];
  readonly composeFiles: readonly string[];
  readonly envFiles: readonly string[];
  readonly profiles: readonly string[];
  readonly prometheusService?: string | undefined;
  readonly failOn: 'degraded' | 'unhealthy';
  readonly failOnSeverity: 'error' | 'warning' | 'notice';
  readonly baseline?: string | undefined;
  /** The settings file when it has entries of `ignore`, which are read from its text again. */
  readonly settingsFile?: { readonly path: string; readonly text: string } | undefined;
}

/** What `--record` writes: all that a run saw, and the files that it is judged by. Without credentials. */
export interface Recording {
  readonly schema_version: 1;
  readonly tool: { readonly name: 'scrapegate'; readonly version: string };
  /** Absolute, as it was on the machine of the run. */
  readonly working_directory: string;
  readonly settings: RecordedSettings;
  /** Variables that the files name. */
  readonly environment: Readonly<Record<string, string>>;
  readonly files: FileAnswers;
  readonly run: RecordedRun;
}

interface RecordedRun {
  readonly startedMs: number;
  readonly endedMs: number;
  readonly stages: readonly StageReport[];
  readonly readyAt: Readonly<Record<string, number>>;
  /** Places are names of files and offsets. */
  readonly targets: readonly unknown[];
  /** Absent when nothing was started. */
  readonly observation?: Observation | undefined;
  /** What was found in the files; what follows from the observation is judged again. */
  readonly findings: readonly Finding[];
}

/** What a recording is made of. */
export interface ToRecord {
  readonly record: RunRecord;
  readonly settings: RecordedSettings;
  readonly files: FileAnswers;
  readonly environment: Readonly<Record<string, string>>;
  readonly workingDirectory: string;
  readonly version: string;
}

/** The text of a recording. Pure. */
export function renderRecording({ record, settings, files, environment, workingDirectory, version }: ToRecord): string {
  const used = usedVariables(files, environment);
  const redaction = new Redaction(record.stack, used);
  const { startedMs, endedMs, stages, readyAt, observation } = record;
  const { read, ...rest } = files;
  const recording: Recording = {
    schema_version: 1,
    tool: { name: 'scrapegate', version },
    working_directory: workingDirectory,
    settings,
    environment: Object.fromEntries(
      Object.entries(used).map(([name, value]) => [name, redaction.file(`${name}=${value}`).slice(name.length + 1)]),
    ),
    files: {
      ...rest,
      read: Object.fromEntries(
        Object.entries(read).map(([path, one]) => [path, one.ok ? { ...one, text: redaction.file(one.text) } : one]),
      ),
    },
    run: redaction.deep({
      startedMs,
      endedMs,
      stages,
      readyAt: Object.fromEntries(readyAt),
      targets: pack(record.targets, record.inline) as readonly unknown[],
      observation,
      findings: observation ? record.findings.filter(({ stage, code }) => isStatic(code, stage)) : record.findings,
    }),
  };
  return `${JSON.stringify(recording, undefined, 1)}\n`;
}

function isStatic(code: string, stage: Finding['stage']): boolean {
  return !code.startsWith('runtime/') && ['settings', 'load', 'check'].includes(stage);
}

/** Only what the files name, so that secrets of the machine stay where they are. */
function usedVariables(
  { read }: FileAnswers,
  environment: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const texts = Object.values(read).flatMap((one) => (one.ok ? [one.text] : []));
  const named = new Set(['HOME']);
  for (const one of texts) for (const [, name = ''] of one.matchAll(/\$\{?([A-Za-z_]\w*)/g)) named.add(name);
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => named.has(name) || name.startsWith('COMPOSE_')),
  );
}

/** Reads a recording. Throws UsageError when it is none, or of a later version. */
export function parseRecording(text: string, shown: string): Recording {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError(`"${shown}" is no recording: it is not JSON; gate --record FILE writes one`);
  }
  const { schema_version: version, run, files } = (value ?? {}) as Partial<Record<keyof Recording, unknown>>;
  if (typeof version === 'number' && version > 1)
    throw new UsageError(
      `"${shown}" is a recording of version ${String(version)}, but this Scrapegate reads version 1`,
    );
  if (version !== 1 || typeof run !== 'object' || typeof files !== 'object')
    throw new UsageError(`"${shown}" is no recording: gate --record FILE writes one`);
  return value as Recording;
}

/** The targets of a recording with their places in files that were loaded again. */
export function recordedTargets(
  { run }: Recording,
  { files, inline }: Pick<RunRecord, 'files' | 'inline'>,
): readonly TargetResult[] {
  return unpack(run.targets, files, inline) as readonly TargetResult[];
}
