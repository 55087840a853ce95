import compiled from '../generated/validators/settings.cjs';
import { prometheusDurationMs } from '../model/duration.js';
import { UsageError } from '../model/errors.js';
import { nearest } from '../model/nearest.js';
import type { IgnoreEntry } from '../model/suppression.js';
import type { StageEntry } from './stage-list.js';
import { LISTS, SWITCHES, TEXTS, type Mend, type RawOptions, type Settings } from './settings.js';

const NAMES: readonly string[] = [...LISTS, ...SWITCHES, ...TEXTS];
const DEFAULT_TIMEOUT = '5m';
/** Where the report goes unless an option says otherwise. */
export const DEFAULT_REPORT_DIR = '.scrapegate/report';

/** Where options came from, for the message about a bad one. */
export interface OptionSource {
  /** How an option of this source is written: `--timeout`, `input timeout`, `timeout in .scrapegate.yml`. */
  readonly label: (name: string) => string;
  readonly options: RawOptions;
}

/**
 * Merges the sources, the first one that has an option wins, and validates the result once.
 * Throws UsageError, one line, about the first bad option.
 */
export function resolveSettings(
  command: Settings['command'],
  paths: readonly string[],
  sources: readonly OptionSource[],
  rest: {
    readonly color: boolean;
    readonly ignores?: readonly IgnoreEntry[];
    readonly stages?: readonly StageEntry[] | undefined;
  },
): Settings {
  for (const source of sources) validate(source);
  const chosen = chosenOf(sources);
  const { text, flag } = chosen;
  const writeBaseline = flag('write-baseline', false);
  if (writeBaseline) checkWriting(command, text('baseline'));
  return {
    command,
    paths,
    ...whatIsRead(chosen),
    ...howItRuns(chosen),
    failOn: (text('fail-on') ?? 'degraded') as Settings['failOn'],
    failOnSeverity: (text('fail-on-severity') ?? 'error') as Settings['failOnSeverity'],
    format: (text('format') ?? 'text') as Settings['format'],
    reportDir: text('report-dir') ?? DEFAULT_REPORT_DIR,
    quiet: flag('quiet', false),
    color: flag('color', rest.color),
    ignores: rest.ignores ?? [],
    ...(rest.stages ? { stages: rest.stages } : {}),
    baseline: text('baseline'),
    record: recordOf(command, text('record')),
    writeBaseline,
    notices: flag('notices', false),
    mend: mendOf(command, flag, writeBaseline),
  };
}

/** What the first source that has an option says. */
interface Chosen {
  readonly text: (name: string) => string | undefined;
  readonly list: (name: string) => readonly string[];
  readonly flag: (name: string, fallback: boolean) => boolean;
}

function chosenOf(sources: readonly OptionSource[]): Chosen {
  const first = (name: string): RawOptions[string] | undefined =>
    sources.find(({ options }) => options[name] !== undefined)?.options[name];
  return {
    text: (name) => first(name) as string | undefined,
    list: (name) => (first(name) as readonly string[] | undefined) ?? [],
    flag: (name, fallback) => (first(name) as boolean | undefined) ?? fallback,
  };
}

function whatIsRead({
  text,
  list,
}: Chosen): Pick<Settings, 'as' | 'composeFiles' | 'envFiles' | 'profiles' | 'prometheusService'> {
  return {
    as: text('as') as Settings['as'],
    composeFiles: list('compose-file'),
    envFiles: list('env-file'),
    profiles: list('profile'),
    prometheusService: text('prometheus-service'),
  };
}

function howItRuns({
  text,
  flag,
}: Chosen): Pick<Settings, 'projectName' | 'timeoutMs' | 'externalTargets' | 'stableScrapes' | 'tempo' | 'keep'> {
  return {
    projectName: text('project-name'),
    timeoutMs: prometheusDurationMs(text('timeout') ?? DEFAULT_TIMEOUT) ?? 0,
    externalTargets: (text('external-targets') ?? 'require') as Settings['externalTargets'],
    stableScrapes: Number(text('stable-scrapes') ?? 1),
    tempo: (text('tempo') ?? 'fast') as Settings['tempo'],
    keep: flag('keep', false),
  };
}

function recordOf(command: Settings['command'], record: string | undefined): string | undefined {
  if (record !== undefined && command === 'check') throw new UsageError('--record is only for gate, not for check');
  return record;
}

/** A gate's findings come and go, and nobody knows a place that was not named. */
function checkWriting(command: Settings['command'], baseline: string | undefined): void {
  if (command !== 'check') throw new UsageError(`--write-baseline is only for check, not for ${command}`);
  if (baseline === undefined) throw new UsageError('--write-baseline needs the file to write: name it with --baseline');
}

/** Throws UsageError for switches that mean nothing together. */
function mendOf(
  command: Settings['command'],
  flag: (name: string, fallback: boolean) => boolean,
  writeBaseline: boolean,
): Mend | undefined {
  const [fix, dryRun, suggestions] = [flag('fix', false), flag('dry-run', false), flag('suggestions', false)];
  if (!fix) {
    if (dryRun || suggestions) throw new UsageError(`--${dryRun ? 'dry-run' : 'suggestions'} needs --fix`);
    return undefined;
  }
  if (command !== 'check') throw new UsageError(`--fix is only for check, not for ${command}`);
  // Everything found would be known, so that nothing was left to mend.
  if (writeBaseline) throw new UsageError('--fix and --write-baseline exclude each other: mend first, then write');
  return { dryRun, suggestions };
}

function validate({ label, options }: OptionSource): void {
  const unknown = Object.keys(options).find((name) => !NAMES.includes(name));
  if (unknown !== undefined) {
    const similar = nearest(unknown, NAMES);
    throw new UsageError(`unknown option ${label(unknown)}${similar ? `; did you mean ${label(similar)}?` : ''}`);
  }
  if (!compiled.validate(options)) {
    const [error] = compiled.validate.errors ?? [];
    const name = error?.instancePath.split('/')[1] ?? '';
    throw new UsageError(`${label(name)} is ${shown(options[name])}, expected ${expected(name, error?.params)}`);
  }
  const timeout = options['timeout'];
  if (timeout !== undefined && !((prometheusDurationMs(String(timeout)) ?? 0) > 0)) {
    throw new UsageError(
      `${label('timeout')} is "${String(timeout)}", expected a duration above zero such as 90s or 5m`,
    );
  }
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
}

function expected(name: string, params: Readonly<Record<string, unknown>> | undefined): string {
  const allowed = params?.['allowedValues'];
  if (Array.isArray(allowed)) return `one of ${allowed.join(', ')}`;
  if (name === 'project-name') return 'lower-case letters, digits, dashes and underscores, a letter or digit first';
  if (name === 'stable-scrapes') return 'a whole number from 1 to 99';
  if ((SWITCHES as readonly string[]).includes(name)) return 'true or false';
  if ((LISTS as readonly string[]).includes(name)) return 'a list of texts';
  return 'a text that is not empty';
}
