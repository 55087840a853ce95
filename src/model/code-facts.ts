import type { Severity } from './finding.js';

/** What is true of every finding of one code. */
export interface CodeFacts {
  readonly severity: Severity;
  /** One line: what it finds. */
  readonly summary: string;
  /** Why it matters; rules say so. */
  readonly why?: string;
  /** What to do about it. */
  readonly remedy?: string;
}

/** All codes that a finding can have. */
export type CodeTable = ReadonlyMap<string, CodeFacts>;
