import type { SourceRange } from '../../src/model/source.js';
import type { Stack } from '../../src/model/stack.js';

/** The families of rules that only the whole stack can break. */
export type Family = 'connectivity' | 'files' | 'startup' | 'sense' | 'security';

/** A replacement in one file of the stack. */
export interface TextEdit {
  readonly at: SourceRange;
  readonly text: string;
}

/** One fault at one place of a stack. */
export interface Injection {
  readonly edits: readonly TextEdit[];
  /** Where a finding is right: ranges of the healthy files, or the number of the edit whose new text is at fault. */
  readonly at: readonly (SourceRange | number)[];
}

/** A kind of fault, and what should be said about it. */
export interface Fault {
  readonly name: string;
  readonly family: Family;
  /** Codes that name the fault; one of them must be found. */
  readonly codes: readonly string[];
  /** Every place of a healthy stack where it can be injected, none when the stack has no such thing. */
  places(stack: Stack): readonly Injection[];
}
