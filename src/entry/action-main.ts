import { resolve } from 'node:path';
import * as core from '@actions/core';
import { NodeFiles } from '../adapters/node-files.js';
import { silentProgress } from '../adapters/silent-progress.js';
import { systemClock } from '../adapters/system-clock.js';
import { withoutCommands } from '../adapters/without-commands.js';
import { WorkflowProgress } from '../adapters/workflow-progress.js';
import { writeAtomically } from '../adapters/write-atomically.js';
import { UsageError } from '../model/errors.js';
import type { Severity } from '../model/finding.js';
import { annotationPlace, annotationText, selectAnnotations } from '../report/annotations.js';
import { renderSummary } from '../report/summary.js';
import { refused, run, type RunResult } from '../run.js';
import { DEFAULT_REPORT_DIR, resolveSettings } from '../settings/resolve-settings.js';
import { readSettingsFile } from '../settings/settings-file.js';
import {
  COMMAND_LINE_ONLY,
  LISTS,
  SWITCHES,
  TEXTS,
  type RawOptions,
  type RawValue,
  type Settings,
} from '../settings/settings.js';
import { isFine } from '../model/target.js';
import { askAhead } from './ahead.js';
import { listenForInterrupts } from './interrupts.js';
import { VERSION, realPorts } from './ports.js';
import { STATE_KEEP, STATE_PASSED, STATE_PROJECT } from './post-main.js';
import { render } from './render.js';
import { writeReport, type WrittenReport } from './write-report.js';

const COMMANDS = ['check', 'gate'] as const;
const DEFAULT_SETTINGS_FILE = '.scrapegate.yml';

/** The main step of the Action. Resolves to the exit code; never rejects. */
export async function main(): Promise<number> {
  try {
    return await judge();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    core.error(message, { title: 'scrapegate' });
    core.setOutput('verdict', 'error');
    return 3;
  }
}

async function judge(): Promise<number> {
  let executed: Executed;
  try {
    executed = await execute(readInputs());
  } catch (error) {
    if (error instanceof UsageError) return refuse(error);
    throw error;
  }
  return finish(executed);
}

/** A bad input or settings file: reported like everything else, in the default place since no option can be trusted. */
async function refuse(error: UsageError): Promise<number> {
  const command = COMMANDS.find((name) => name === core.getInput('command')) ?? 'gate';
  const result = refused(command, error, { clock: systemClock, version: VERSION });
  return finish({ result, reportDir: DEFAULT_REPORT_DIR, failOnSeverity: 'error', notices: false });
}

function readInputs(): Settings {
  const command = core.getInput('command') || 'gate';
  const known = COMMANDS.find((name) => name === command);
  if (!known) throw new UsageError(`input command is "${command}", expected ${COMMANDS.join(' or ')}`);
  const settingsFile = core.getInput('settings');
  const file = settingsFile || DEFAULT_SETTINGS_FILE;
  const fromFile = readSettingsFile(resolve(file), file, settingsFile !== '', new NodeFiles());
  const paths = core.getMultilineInput('path');
  if (known === 'gate' && paths.length > 1)
    throw new UsageError(`input path has ${String(paths.length)} lines, but gate takes one directory`);
  return resolveSettings(
    known,
    paths.length > 0 ? paths : ['.'],
    [
      { label: (name) => `input ${name}`, options: inputOptions() },
      { label: (name) => `"${name}" in ${file}`, options: fromFile.options },
    ],
    { color: false, ignores: fromFile.ignores, stages: fromFile.stages },
  );
}

/** An input that is empty was not given. */
function inputOptions(): RawOptions {
  const options: Record<string, RawValue> = {};
  for (const name of LISTS) {
    const lines = core.getMultilineInput(name);
    if (lines.length > 0) options[name] = lines;
  }
  for (const name of TEXTS) {
    const value = core.getInput(name);
    if (value !== '') options[name] = value;
  }
  for (const name of SWITCHES) {
    // A workflow that wrote its own baseline would never fail, and files that it mends are gone with its machine.
    if (COMMAND_LINE_ONLY.includes(name)) continue;
    const value = core.getInput(name);
    // Anything but the two words goes on as text, so that validation names it.
    if (value !== '') options[name] = value === 'true' ? true : value === 'false' ? false : value;
  }
  return options;
}

interface Executed {
  readonly result: RunResult;
  readonly reportDir: string;
  readonly failOnSeverity: Severity;
  readonly notices: boolean;
  readonly record?: string | undefined;
}

async function execute(settings: Settings): Promise<Executed> {
  if (settings.command === 'gate') askAhead();
  const quiet = settings.quiet || settings.command === 'check';
  const progress = quiet ? silentProgress : new WorkflowProgress((text) => process.stdout.write(text));
  const { cancel, crash } = listenForInterrupts();
  const ports = realPorts(settings, progress, {
    // Later steps may use the running stack; post removes it.
    tearDown: 'later',
    announceProject: (name, keep) => {
      core.saveState(STATE_KEEP, keep);
      core.saveState(STATE_PROJECT, settings.keep ? '' : name);
    },
    // The runner's worker, which lives as long as the job and starts post.
    owner: process.ppid,
  });
  const { reportDir, failOnSeverity, notices, record } = settings;
  const result = await run(settings, ports, cancel);
  if (crash() !== undefined) throw crash();
  if (result.report.verdict === 'pass') core.saveState(STATE_PASSED, 'true');
  return { result, reportDir, failOnSeverity, notices, record };
}

/** Tells the result in every way that a workflow has. */
async function finish({ result, reportDir, failOnSeverity, notices, record }: Executed): Promise<number> {
  process.stdout.write(withoutCommands(render(result, { format: 'text', color: false, failOnSeverity, notices })));
  if (result.kept) core.info(result.kept.join('\n'));
  annotate(result);
  await core.summary.addRaw(renderSummary(result.report, { sources: result.sources })).write();
  // What was found is told by now, whatever can be written.
  setOutputs(result, writeReport(result, reportDir, { failOnSeverity }));
  if (result.recording !== undefined && record !== undefined) writeAtomically(resolve(record), result.recording);
  return result.exitCode;
}

const PRINT: Readonly<Record<Severity, typeof core.error>> = {
  error: core.error,
  warning: core.warning,
  notice: core.notice,
};

function annotate({ report }: RunResult): void {
  if (report.error !== undefined) core.error(report.error, { title: 'scrapegate' });
  // Our own error above takes one of the ten places.
  const findings = report.findings.filter(({ message }) => message !== report.error);
  const { shown } = selectAnnotations(findings, report.error === undefined ? 10 : 9);
  for (const finding of shown) PRINT[finding.severity](annotationText(finding), { ...annotationPlace(finding) });
}

function setOutputs({ report }: RunResult, written: WrittenReport): void {
  const failed = report.targets.filter((target) => !isFine(target));
  core.setOutput('verdict', report.verdict);
  core.setOutput('status', report.status);
  core.setOutput('report', written.report);
  core.setOutput('summary', written.summary);
  core.setOutput('sarif', written.sarif);
  core.setOutput('junit', written.junit);
  core.setOutput('prometheus-url', report.prometheus_url ?? '');
  core.setOutput(
    'failed-targets',
    failed.map(({ job, target, health, last_error }) => ({ job, target, health, last_error })),
  );
  core.setOutput('duration-ms', report.duration_ms);
}
