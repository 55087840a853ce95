import { parseArgs } from 'node:util';
import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { NodeFiles } from '../adapters/node-files.js';
import { systemClock } from '../adapters/system-clock.js';
import { silentProgress } from '../adapters/silent-progress.js';
import { isTerminal, writeToStdout } from '../adapters/standard-output.js';
import { withoutCommands } from '../adapters/without-commands.js';
import { writeAtomically } from '../adapters/write-atomically.js';
import { KNOWN_CODES } from '../known-codes.js';
import { CAUSES } from '../model/cause.js';
import { hasWorkflowCommand } from '../model/harmless.js';
import { UsageError } from '../model/errors.js';
import { nearest } from '../model/nearest.js';
import { refused, run, type RunPorts, type RunResult } from '../run.js';
import { DEFAULT_REPORT_DIR, resolveSettings } from '../settings/resolve-settings.js';
import { readSettingsFile } from '../settings/settings-file.js';
import { LISTS, SWITCHES, TEXTS, type Mend, type RawOptions, type Settings } from '../settings/settings.js';
import { HELP } from './help.js';
import { inWorkflow } from './in-workflow.js';
import { VERSION, realPorts } from './ports.js';
import type { RenderSettings } from './render.js';
import { renderText } from './render-text.js';
import type { writeReport } from './write-report.js';

const RUNS = ['check', 'gate'] as const;
const COMMANDS = [...RUNS, 'judge', 'explain'] as const;
const ANY_COMMAND = 'check, gate, judge or explain';
/** Forms that a program reads: it gets one also when there is nothing to report but the refusal. */
const MACHINE_FORMATS = ['json', 'sarif', 'junit', 'github'] as const;
const DEFAULT_SETTINGS_FILE = '.scrapegate.yml';

/** The command line. Resolves to the exit code; never rejects. */
export async function main(argv: readonly string[]): Promise<number> {
  const parsed = parse(argv);
  if (parsed.flags['help'] === true) return print(HELP);
  if (parsed.flags['version'] === true) return print(`scrapegate ${VERSION}\n`);
  try {
    if (parsed.positionals[0] === 'explain') return await explain(parsed);
    if (parsed.positionals[0] === 'judge') return await judgeAgain(parsed);
    return await execute(settingsOf(parsed));
  } catch (error) {
    if (!(error instanceof UsageError)) return complain(messageOf(error), 3);
    return await refuse(parsed, error);
  }
}

/** A bad option or settings file: said on one line, and reported like everything else when the command is known. */
async function refuse({ positionals, flags }: Parsed, error: UsageError): Promise<number> {
  const command = RUNS.find((name) => name === positionals[0]);
  if (command) {
    const result = refused(command, error, { clock: systemClock, version: VERSION });
    const format = MACHINE_FORMATS.find((name) => name === flags['format']);
    if (format) print(await rendered(result, { format, color: false, failOnSeverity: 'error' }));
    const directory = flags['report-dir'];
    if (command === 'gate')
      await written(result, typeof directory === 'string' && directory !== '' ? directory : DEFAULT_REPORT_DIR).catch(
        (unwritten: unknown) => complain(messageOf(unwritten), 3),
      );
  }
  return complain(error.message, 2);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function complain(message: string, exitCode: 2 | 3): number {
  process.stderr.write(`scrapegate: ${message}\n`);
  return exitCode;
}

interface Parsed {
  readonly positionals: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
}

function parse(argv: readonly string[]): Parsed {
  const options = {
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean' },
    settings: { type: 'string' },
    ...Object.fromEntries(LISTS.map((name) => [name, { type: 'string', multiple: true } as const])),
    ...Object.fromEntries(TEXTS.map((name) => [name, { type: 'string' } as const])),
    ...Object.fromEntries(SWITCHES.map((name) => [name, { type: 'boolean' } as const])),
  } as const;
  const { values, positionals } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    allowNegative: true,
  });
  return { positionals, flags: values };
}

function settingsOf({ positionals, flags }: Parsed): Settings {
  const [command, ...paths] = positionals;
  if (command === undefined)
    throw new UsageError(`a command is missing, expected ${ANY_COMMAND}; see scrapegate --help`);
  const known = RUNS.find((name) => name === command);
  if (!known) {
    const similar = nearest(command, COMMANDS);
    throw new UsageError(
      `unknown command "${command}", expected ${ANY_COMMAND}${similar ? `; did you mean "${similar}"?` : ''}`,
    );
  }
  const { settings: settingsFile, ...options } = flags;
  if (settingsFile === true) throw new UsageError('--settings needs the path of a settings file');
  const file = typeof settingsFile === 'string' ? settingsFile : DEFAULT_SETTINGS_FILE;
  const fromFile = readSettingsFile(resolve(file), file, settingsFile !== undefined, new NodeFiles());
  const resolved = resolveSettings(
    known,
    paths.length > 0 ? paths : ['.'],
    [
      { label: (name) => `--${name}`, options: options as RawOptions },
      { label: (name) => `"${name}" in ${file}`, options: fromFile.options },
    ],
    { color: inColor(), ignores: fromFile.ignores, stages: fromFile.stages },
  );
  // After the options, since the value of an unknown one looks like an argument.
  if (known === 'gate' && paths.length > 1)
    throw new UsageError(`unexpected argument "${paths[1] ?? ''}": gate takes one directory`);
  return resolved;
}

/** The pages and all that they are made of are loaded only for those who ask. */
async function explain({ positionals: [, ...names], flags }: Parsed): Promise<number> {
  const { explained } = await import('./explain.js');
  // Beside the bundle, wherever links lead to it from.
  const docs = resolve(dirname(realpathSync(process.argv[1] ?? '.')), '../../docs');
  return print(explained(names, flags, { codes: KNOWN_CODES, causes: CAUSES, files: new NodeFiles(), docs }));
}

/** What reads recordings is loaded only for those who have one. */
async function judgeAgain({ positionals: [, ...paths], flags }: Parsed): Promise<number> {
  const { judgeFile } = await import('./judge-command.js');
  const { text, exitCode } = await judgeFile(paths, flags, {
    files: new NodeFiles(),
    version: VERSION,
    color: inColor(),
  });
  print(text);
  return exitCode;
}

function inColor(): boolean {
  return isTerminal() && !process.env['NO_COLOR'];
}

async function execute(settings: Settings): Promise<number> {
  const isGate = settings.command === 'gate';
  const loud = !settings.quiet && isGate;
  // check has nothing to clean up: a signal may end it at once. And it is over before there is anything to say.
  const interrupts = isGate ? (await import('./interrupts.js')).listenForInterrupts() : undefined;
  const progress = loud ? (await import('./progress.js')).progressOf(settings) : silentProgress;
  const ports = realPorts(settings, progress, {
    tearDown: 'now',
    announceProject: () => undefined,
    hurry: interrupts?.hurry,
    owner: process.pid,
  });
  if (settings.mend) return mendFiles(settings, settings.mend, ports);
  const result = await run(settings, ports, interrupts?.cancel);
  if (interrupts?.crash() !== undefined) throw interrupts.crash();
  const { error } = result.report;
  if (error !== undefined) complain(error, 3);
  if (settings.format !== 'text' || error === undefined) {
    if (loud && settings.format === 'text') process.stderr.write('\n');
    const text = await rendered(result, settings);
    print(settings.format === 'text' ? asText(text) : text);
  }
  if (result.kept) tell(settings, `${result.kept.join('\n')}\n`);
  // What was found is told by now, whatever can be written.
  await keepFiles(result, settings);
  return result.exitCode;
}

/** Writes what was asked for, and says where it is. Throws EnvironmentError. */
async function keepFiles(result: RunResult, settings: Settings): Promise<void> {
  const isForPeople = settings.format === 'text';
  if (result.newBaseline !== undefined && settings.baseline !== undefined) {
    writeAtomically(settings.baseline, result.newBaseline);
    if (isForPeople) print(`baseline: ${settings.baseline}\n`);
  }
  if (settings.command === 'gate') {
    const { report } = await written(result, settings.reportDir, settings);
    if (isForPeople && !settings.quiet) print(`report: ${report}\n`);
  }
  if (result.recording !== undefined && settings.record !== undefined)
    writeAtomically(resolve(settings.record), result.recording);
}

/** Forms that a program reads, and files of reports, are loaded only for those who want them. */
async function rendered(result: Pick<RunResult, 'report' | 'sources'>, how: RenderSettings): Promise<string> {
  if (how.format === 'text') return renderText(result, how);
  const { render } = await import('./render.js');
  return render(result, how);
}

async function written(...what: Parameters<typeof writeReport>): Promise<ReturnType<typeof writeReport>> {
  const { writeReport } = await import('./write-report.js');
  return writeReport(...what);
}

/** What mends files is loaded only when files are to be mended. */
async function mendFiles(settings: Settings, how: Mend, ports: RunPorts): Promise<number> {
  const { fix } = await import('./fix-command.js');
  const { result, diff, told } = await fix(settings, how, ports, run);
  const { error } = result.report;
  const forPeople = settings.format === 'text';
  if (error !== undefined) complain(error, 3);
  if (!forPeople) print(await rendered(result, settings));
  if (error !== undefined) return result.exitCode;
  if (forPeople) print(asText(diff ?? `${renderText(result, settings)}\n${told}`));
  // What a program reads stays as it expects it, also a diff.
  if (!forPeople || diff !== undefined) process.stderr.write(told);
  return result.exitCode;
}

/** Text with lines of others, as a diff of their files: in a workflow none is a command. What applies patches skips what is around. */
function asText(text: string): string {
  return inWorkflow() && hasWorkflowCommand(text) ? withoutCommands(text) : text;
}

/** A line for people: beside what a program reads, not in it. */
function tell({ format }: Settings, text: string): void {
  if (format === 'text') print(text);
  else process.stderr.write(text);
}

function print(text: string): number {
  writeToStdout(text);
  return 0;
}
