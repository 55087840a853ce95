import { basename, resolve } from 'node:path';
import { checkPaths, loadOneStack, loadJudges } from './check-paths.js';
import { gate } from './gate.js';
import { EnvironmentError, UsageError } from './model/errors.js';
import type { Finding } from './model/finding.js';
import type { Footprint } from './model/footprint.js';
import type { Report } from './model/report.js';
import type { RunRecord } from './model/run-record.js';
import { locate } from './model/source.js';
import { inlineOf, type Stack } from './model/stack.js';
import type { Clock } from './ports/clock.js';
import type { Files } from './ports/files.js';
import type { Host } from './ports/host.js';
import type { Progress } from './ports/progress.js';
import type { Inspection } from './ports/inspection.js';
import type { PrometheusDoor } from './ports/prometheus.js';
import type { Runtime } from './ports/runtime.js';
import type { TempoDriver } from './ports/tempo.js';
import { buildReport } from './report/build-report.js';
import { RecordingFiles } from './recording/recorded-files.js';
import { keptStackLines } from './report/kept-stack.js';
import type { Settings } from './settings/settings.js';
import { Sieve } from './sieve.js';
import { namedStages } from './settings/stage-list.js';
import { ProjectInUse } from './stages/prepare.js';
import { parseBaseline } from './suppress/baseline.js';
import { exitCodeOf, statusOf, verdictOf } from './verdict.js';

/** A runtime for one project, and what goes with it. */
export interface RuntimeHandle {
  readonly runtime: Runtime;
  readonly door: PrometheusDoor;
  readonly host: Host;
  /** Where temporary files of the run are; removed with the project. */
  readonly runDirectory?: string;
  /** Leaves word on this machine whose project it is, before anything of it is made. */
  readonly claim?: (keep: Footprint) => void;
  readonly inspection?: Inspection | undefined;
  /** What can make a run quicker; nothing when absent. */
  readonly tempo?: TempoDriver | undefined;
  close(): Promise<void>;
}

/** The world, as one command sees it. */
export interface RunPorts {
  readonly files: Files;
  readonly clock: Clock;
  readonly progress: Progress;
  /** Absolute; paths in messages are relative to it. */
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly version: string;
  readonly displayPath: (absolute: string) => string;
  /** Makes the runtime of a project. Called only when something is to be started. */
  readonly openRuntime: (stack: Stack, projectName: string) => Promise<RuntimeHandle>;
  /** A name that no other project on this machine has. */
  readonly newProjectName: (directory: string) => string;
  /** Called before anything of a project can exist, so that whoever cleans up knows of it, and what to leave. */
  readonly announceProject: (projectName: string, keep: Footprint) => void;
  readonly tearDown: 'now' | 'later';
  /** Aborted by who does not want to wait until containers stop by themselves. */
  readonly hurry?: AbortSignal | undefined;
}

/** How a command ended. */
export interface RunResult {
  readonly report: Report;
  /** Text of every file that a finding may point into, by its path in messages. */
  readonly sources: ReadonlyMap<string, string>;
  /** 0 pass · 1 fail · 2 bad usage · 3 environment or internal error. */
  readonly exitCode: 0 | 1 | 2 | 3;
  /** The text of the baseline that was asked for; absent when the run could not judge. */
  readonly newBaseline?: string | undefined;
  /** Lines about the stack that was left running on request. */
  readonly kept?: readonly string[] | undefined;
  /** The text of the recording that was asked for; absent when the run could not judge. */
  readonly recording?: string | undefined;
}

/** The result of a command that could not even begin: a bad option or settings file. */
export function refused(
  command: Settings['command'],
  { message, at }: Pick<UsageError, 'message' | 'at'>,
  { clock, version }: Pick<RunPorts, 'clock' | 'version'>,
): RunResult {
  const record = { ...emptyRecord(command, clock.now(), clock), findings: [usageFinding(message, at)], error: message };
  return { report: buildReport(record, 'error', statusOf(record), version), sources: new Map(), exitCode: 2 };
}

function usageFinding(message: string, at: UsageError['at']): Finding {
  const help = 'see scrapegate --help, or the inputs in README.md';
  return {
    code: 'settings/invalid',
    severity: 'error',
    stage: 'settings',
    message,
    related: [],
    help,
    ...(at ? { location: locate(at) } : {}),
  };
}

/** Runs one command. Never throws: what goes wrong is in the report and the exit code. */
export async function run(settings: Settings, real: RunPorts, cancel: AbortSignal): Promise<RunResult> {
  const recorder = settings.record === undefined ? undefined : new RecordingFiles(real.files);
  const ports = recorder ? { ...real, files: recorder } : real;
  const startedMs = ports.clock.now();
  let stack: Stack | undefined;
  let kept: readonly string[] | undefined;
  const onKept = (lines: readonly string[]): void => {
    kept = lines;
  };
  try {
    const sieve = sieveOf(settings, ports);
    let found: RunRecord;
    if (settings.command === 'check') found = await checkOnly(settings, startedMs, ports, sieve);
    else {
      stack = loadOneStack(settings.paths[0] ?? '.', settings, ports);
      await loadJudges([stack]);
      found = await gateIt(stack, settings, { ...ports, onKept }, cancel, sieve);
    }
    const concluded = { ...conclude(found, sieve, settings, ports), kept };
    if (!recorder) return concluded;
    return { ...concluded, recording: await recordingOf(found, settings, ports, recorder) };
  } catch (error) {
    const message = explain(error);
    const files = stack?.files ?? [];
    const record = { ...emptyRecord(settings.command, startedMs, ports.clock), stack, files, error: message };
    if (!(error instanceof UsageError)) return { ...result(record, 'error', 3, ports), kept };
    return result({ ...record, findings: [usageFinding(message, error.at)] }, 'error', 2, ports);
  }
}

/** Sifts what was found, and gives the verdict. Pure. */
export function conclude(
  found: RunRecord,
  sieve: Sieve,
  settings: Settings,
  ports: Pick<RunPorts, 'version'>,
): RunResult {
  const { record, newBaseline } = sieve.settle(found);
  const verdict = verdictOf(record, settings);
  const done = result(record, verdict, exitCodeOf(verdict), ports);
  return { ...done, sources: new Map([...settingsTexts(settings), ...done.sources]), newBaseline };
}

/** What writes recordings is loaded only for those who want one. */
async function recordingOf(
  record: RunRecord,
  settings: Settings,
  ports: RunPorts,
  { answers: files }: RecordingFiles,
): Promise<string> {
  const { renderRecording } = await import('./recording/recording.js');
  const { workingDirectory, environment, version } = ports;
  const { paths, composeFiles, envFiles, profiles, prometheusService, failOn, failOnSeverity, baseline } = settings;
  const file = settings.ignores[0]?.at.file;
  const told = { paths, composeFiles, envFiles, profiles, prometheusService, failOn, failOnSeverity, baseline };
  return renderRecording({
    record,
    settings: { ...told, settingsFile: file && { path: file.path, text: file.text } },
    files,
    environment,
    workingDirectory,
    version,
  });
}

function result(
  record: RunRecord,
  verdict: Report['verdict'],
  exitCode: RunResult['exitCode'],
  ports: Pick<RunPorts, 'version'>,
): RunResult {
  return {
    report: buildReport(record, verdict, statusOf(record), ports.version),
    sources: new Map(record.files.map(({ path, text }) => [path, text])),
    exitCode,
  };
}

/** Reads the baseline before anything else: without it nothing can be judged. */
export function sieveOf(
  { command, ignores, baseline, writeBaseline }: Settings,
  ports: Pick<RunPorts, 'workingDirectory' | 'files'>,
): Sieve {
  const { workingDirectory, files } = ports;
  const options = { command, ignores, workingDirectory };
  if (baseline === undefined) return new Sieve(options);
  if (writeBaseline) return new Sieve({ ...options, newBaseline: baseline });
  const read = files.read(resolve(workingDirectory, baseline));
  if (read.ok) return new Sieve({ ...options, baseline: parseBaseline(read.text, baseline) });
  const why = read.reason.replaceAll('-', ' ');
  throw new UsageError(
    `the baseline "${baseline}" cannot be read: ${why}; write it with scrapegate check --baseline ${baseline} --write-baseline`,
  );
}

/** Findings about suppressions point into the settings file as well. */
function settingsTexts({ ignores }: Settings): [string, string][] {
  return ignores.map(({ at }) => [at.file.path, at.file.text]);
}

async function checkOnly(settings: Settings, startedMs: number, ports: RunPorts, sieve: Sieve): Promise<RunRecord> {
  const { stack, files, inline, findings } = await checkPaths(settings, ports);
  const failed = sieve.remaining(findings, { stack, files, inline }).some(({ severity }) => severity === 'error');
  const endedMs = ports.clock.now();
  const stage = {
    name: 'check',
    status: failed ? 'failed' : 'passed',
    started_at: new Date(startedMs).toISOString(),
    duration_ms: endedMs - startedMs,
  } as const;
  const read = { stack, files, inline, findings, stages: [stage] };
  return { command: 'check', startedMs, endedMs, ...read, targets: [], readyAt: new Map() };
}

async function gateIt(
  stack: Stack,
  settings: Settings,
  ports: RunPorts & { readonly onKept: (lines: readonly string[]) => void },
  cancel: AbortSignal,
  sieve: Sieve,
): Promise<RunRecord> {
  const named = namedStages(settings.stages, stack);
  const projectName = settings.projectName ?? ports.newProjectName(basename(stack.directory));
  const handle = await ports.openRuntime(stack, projectName);
  let before: Footprint | undefined;
  try {
    const read = { stack, files: stack.files, inline: inlineOf(stack) };
    const remaining = (findings: readonly Finding[]): readonly Finding[] => sieve.remaining(findings, read);
    const tearDown = settings.keep ? 'later' : ports.tearDown;
    const { timeoutMs, externalTargets, stableScrapes } = settings;
    const demand = { externalTargets, stableScrapes };
    const options = { projectName, timeoutMs, tearDown, remaining, stages: named, demand };
    const announce = (keep: Footprint): void => {
      handle.claim?.(keep);
      ports.announceProject(projectName, keep);
      before = keep;
    };
    const tempo = settings.tempo === 'fast' ? handle.tempo : undefined;
    return await gate(stack, options, { ...ports, ...handle, tempo, announce }, cancel);
  } catch (error) {
    if (!(error instanceof ProjectInUse)) throw error;
    throw new UsageError(
      `project "${projectName}" already has ${String(error.containers)} container${error.containers === 1 ? '' : 's'}: choose another --project-name, or remove them with \`docker compose -p ${projectName} down\``,
    );
  } finally {
    if (settings.keep && before !== undefined) ports.onKept(await keptLines(projectName, before, handle));
    await handle.close();
  }
}

/** A look of its own, since the run may have ended early. */
async function keptLines(
  project: string,
  keep: Footprint,
  { runtime, runDirectory: directory }: RuntimeHandle,
): Promise<string[]> {
  const [remains, containers] = await Promise.all([
    runtime.footprint().catch(() => keep),
    runtime.containers().catch(() => []),
  ]);
  return keptStackLines({ project, remains, keep, containers, directory });
}

function emptyRecord(command: Settings['command'], startedMs: number, clock: Clock): RunRecord {
  return {
    command,
    startedMs,
    endedMs: clock.now(),
    files: [],
    inline: [],
    findings: [],
    stages: [],
    targets: [],
    readyAt: new Map(),
  };
}

/** One line for a person; a bug of ours says so and keeps its stack for the report of it. */
function explain(error: unknown): string {
  if (error instanceof UsageError || error instanceof EnvironmentError) return error.message;
  const what = error instanceof Error ? error.message : String(error);
  return `internal error: ${what}; please report it with the command and the files that led to it`;
}
