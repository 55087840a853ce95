/** How sure and how bad: an *error* will not work, a *warning* probably will not or is unsafe, a *notice* is hygiene. */
export type Severity = 'error' | 'warning' | 'notice';

/** All severities, worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

/** A place in a text: line and column start at 1, columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A range in a file; `end` is exclusive. `file` is relative to the working directory. */
export interface Location {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** What a finding is about, in the field's own terms. */
export interface Subject {
  readonly service?: string;
  readonly job?: string;
  readonly target?: string;
  readonly rule?: string;
}

/** Another line that explains a finding. */
export interface Related {
  readonly message: string;
  readonly location: Location;
}

/** One replacement of text; an insertion replaces nothing. */
export interface TextEdit {
  readonly location: Location;
  /** What stands there: an edit of a file that has changed since is refused. */
  readonly replaces: string;
  readonly text: string;
}

/** How a finding can be mended: edits that belong together. */
export interface Fix {
  /** `safe` keeps everything else as it is and is what the finding asks for; `suggested` needs a person to look. */
  readonly safety: 'safe' | 'suggested';
  /** What the edits do, as a command: `write "agent:8000"`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** The part of the pipeline that saw the finding. */
export type FindingStage = 'settings' | 'load' | 'check' | 'prepare' | 'up' | 'wait' | 'verify' | 'down';

/** Everything that is wrong, static or at run time, is one of these. Rendering comes last. */
export interface Finding {
  /** `family/name`; also the path of the rule's source, fixtures and page. */
  readonly code: string;
  readonly severity: Severity;
  readonly stage: FindingStage;
  /** One line: names the thing, quotes its value, says what is expected. */
  readonly message: string;
  /** Why a run-time failure happened, from the closed list in `model/cause.ts`. */
  readonly cause?: string;
  readonly location?: Location;
  readonly related: readonly Related[];
  readonly subject?: Subject;
  /** What to do, one sentence. */
  readonly help?: string;
  readonly docs_url?: string;
  readonly fix?: Fix;
  /** What was observed: probe outputs, log lines, Prometheus' own words. */
  readonly evidence?: readonly string[];
}

/** Worst first, then by file and line; findings that compare equal keep the order in which rules found them. */
export function bySeverityThenPlace(a: Finding, b: Finding): number {
  const severity = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  if (severity !== 0) return severity;
  const [file, other] = [a.location?.file ?? '', b.location?.file ?? ''];
  // By code units: the order of a language takes 5 ms to load.
  if (file !== other) return file < other ? -1 : 1;
  return (a.location?.start.line ?? 0) - (b.location?.start.line ?? 0);
}
