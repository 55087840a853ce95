import type { JudgedKind } from '../model/document.js';
import type { Severity } from '../model/finding.js';
import type { TempoMode } from '../model/tempo.js';
import type { IgnoreEntry } from '../model/suppression.js';
import type { StageEntry } from './stage-list.js';

/** What is printed: for a person, a program, code scanning, a reader of test results, or the log of a workflow. */
export type Format = 'text' | 'json' | 'sarif' | 'junit' | 'github';

/** How check mends files. */
export interface Mend {
  /** Shows what would change and writes nothing. */
  readonly dryRun: boolean;
  /** Applies also what a person should look at. */
  readonly suggestions: boolean;
}

/** Everything a run is told, read once and validated once. */
export interface Settings {
  readonly command: 'check' | 'gate';
  /** As the user wrote them, for messages. Only check takes more than one. */
  readonly paths: readonly string[];
  /** What lone files are; told by their content when absent. */
  readonly as?: JudgedKind | undefined;
  readonly composeFiles: readonly string[];
  readonly envFiles: readonly string[];
  readonly profiles: readonly string[];
  readonly projectName?: string | undefined;
  readonly prometheusService?: string | undefined;
  /** One deadline for the whole run, milliseconds. */
  readonly timeoutMs: number;
  /** Whether targets outside of the stack have to be up. */
  readonly externalTargets: 'require' | 'ignore';
  /** How many scrapes in a row have to succeed before a target counts as up. */
  readonly stableScrapes: number;
  /** Whether a run is made quicker, by files of its own. */
  readonly tempo: TempoMode;
  readonly failOn: 'degraded' | 'unhealthy';
  readonly failOnSeverity: Severity;
  readonly format: Format;
  readonly keep: boolean;
  readonly reportDir: string;
  readonly quiet: boolean;
  readonly color: boolean;
  /** Findings that are not to count; only a settings file has them. */
  readonly ignores: readonly IgnoreEntry[];
  /** In which order services start; only a settings file has them. */
  readonly stages?: readonly StageEntry[];
  /** A file that lists findings which are not to count, as the user wrote it. */
  readonly baseline?: string | undefined;
  /** A file that receives all that the run saw, as the user wrote it. */
  readonly record?: string | undefined;
  /** The run writes the baseline instead of reading it. */
  readonly writeBaseline: boolean;
  /** Text output shows notices too, not only how many there are. */
  readonly notices: boolean;
  /** What check does about findings that have a fix; undefined when it only tells. */
  readonly mend?: Mend | undefined;
}

/** An option's value before it is validated. */
export type RawValue = string | boolean | readonly string[];

/** Options by their names with dashes, from flags, inputs or the settings file. */
export type RawOptions = Readonly<Record<string, RawValue>>;

/** Options that take several values. */
export const LISTS = ['compose-file', 'env-file', 'profile'] as const;
/** Options that are on or off. */
export const SWITCHES = [
  'keep',
  'quiet',
  'color',
  'notices',
  'write-baseline',
  'fix',
  'dry-run',
  'suggestions',
] as const;
/** Switches that change files: a settings file or a workflow that turned them on would do so with every check. */
export const COMMAND_LINE_ONLY: readonly string[] = ['write-baseline', 'fix', 'dry-run', 'suggestions'];
/** Options that take one value. */
export const TEXTS = [
  'as',
  'project-name',
  'prometheus-service',
  'timeout',
  'external-targets',
  'stable-scrapes',
  'tempo',
  'fail-on',
  'fail-on-severity',
  'format',
  'report-dir',
  'baseline',
  'record',
] as const;
