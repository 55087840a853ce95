import type { Finding, Location } from './finding.js';
import type { SourceRange } from './source.js';

/** Who asked that a finding does not count: a comment in the file, the settings file, or the baseline. */
export type SuppressionKind = 'inline' | 'settings' | 'baseline';

/** A finding that does not count, and why. */
export interface Suppressed {
  readonly finding: Finding;
  readonly kind: SuppressionKind;
  readonly reason: string;
  /** Where the suppression stands; a baseline has no line of its own for it. */
  readonly location?: Location;
}

/** One entry of `ignore` in the settings file. What is absent fits every finding. */
export interface IgnoreEntry {
  /** A code, or a family such as `stack/*`. */
  readonly code: string;
  /** A glob over paths as findings print them. */
  readonly file?: string | undefined;
  readonly service?: string | undefined;
  readonly job?: string | undefined;
  readonly target?: string | undefined;
  /** Empty when none is given, which is a finding of its own. */
  readonly reason: string;
  /** The value of `code`. */
  readonly at: SourceRange;
}

/** The findings that count and those that do not. */
export interface Sifted {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
}
