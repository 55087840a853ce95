import type { CodeFacts } from './code-facts.js';

/** Findings about suppressions and the baseline themselves. None of them can be suppressed. */
export const SUPPRESSION_CODES = {
  'suppression/no-reason': {
    severity: 'error',
    summary: 'a suppression gives no reason, so it suppresses nothing',
    remedy: 'write why the finding may stay, behind the code',
  },
  'suppression/malformed': {
    severity: 'warning',
    summary: 'a `scrapegate-ignore` comment cannot be read or stands where it has no effect',
    remedy: 'write `# scrapegate-ignore CODE: REASON` on the line of the finding or on the one before it',
  },
  'suppression/unknown-code': {
    severity: 'warning',
    summary: 'a suppression names a code or a family that does not exist',
    remedy: 'write a code that scrapegate explain lists, or a family such as stack/*',
  },
  'suppression/refused': {
    severity: 'warning',
    summary: 'a suppression names what cannot be suppressed: a gate never passes without evidence',
    remedy: 'remove it, and mend what it hides',
  },
  'suppression/unused': {
    severity: 'notice',
    summary: 'a suppression suppresses nothing any more',
    remedy: 'remove it',
  },
  'baseline/stale': {
    severity: 'notice',
    summary: 'the baseline lists findings that are no longer there',
    remedy: 'write the baseline anew with scrapegate check --write-baseline',
  },
} as const satisfies Record<string, Required<Omit<CodeFacts, 'why'>>>;

/** One of them. */
export type SuppressionCode = keyof typeof SUPPRESSION_CODES;
