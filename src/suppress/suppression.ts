import type { CodeTable } from '../model/code-facts.js';
import { docsUrl } from '../model/docs-url.js';
import type { Finding } from '../model/finding.js';
import { locate, type SourceRange } from '../model/source.js';
import { SUPPRESSION_CODES, type SuppressionCode } from '../model/suppression-codes.js';

/** A wish that findings of one code or family do not count, wherever it was written. */
export interface Suppression {
  readonly kind: 'inline' | 'settings';
  /** A code, or a family such as `stack/*`. */
  readonly code: string;
  /** Empty when none is given. */
  readonly reason: string;
  /** The code as it is written. */
  readonly at: SourceRange;
  /** Which findings it is for, in words that follow "no such finding". */
  readonly scope: string;
  /** Whether a finding is where the suppression looks; the code is another question. */
  readonly covers: (finding: Finding) => boolean;
}

/** What was read of a source of suppressions, and what is wrong with it. */
export interface ReadSuppressions {
  readonly suppressions: readonly Suppression[];
  readonly problems: readonly Finding[];
}

const FAMILY = /\/\*$/;

/** Whether a code or family names a finding's code. */
export function namesCode(pattern: string, code: string): boolean {
  return FAMILY.test(pattern) ? code.startsWith(pattern.slice(0, -1)) : code === pattern;
}

/** Everything that may stand where a code is expected. */
export function codesAndFamilies(codes: CodeTable): readonly string[] {
  const families = new Set([...codes.keys()].map((code) => code.replace(/[^/]*$/, '*')));
  return [...codes.keys(), ...families];
}

/** A finding about a suppression itself. */
export function suppressionFinding(code: SuppressionCode, message: string, at: SourceRange, help: string): Finding {
  return {
    code,
    severity: SUPPRESSION_CODES[code].severity,
    stage: 'check',
    message,
    location: locate(at),
    related: [],
    help,
    docs_url: docsUrl('suppressing'),
  };
}
