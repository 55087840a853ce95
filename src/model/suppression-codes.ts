import type { CodeFacts } from './code-facts.js';

/** Findings about suppressions and the baseline themselves. None of them can be suppressed. */
export const SUPPRESSION_CODES = {
  'suppression/no-reason': {
    severity: 'error',
    summary: 'a suppression gives no reason, so it suppresses nothing',
  },
  'suppression/malformed': {
    severity: 'warning',
    summary: 'a `scrapegate-ignore` comment cannot be read or stands where it has no effect',
  },
  'suppression/unknown-code': {
    severity: 'warning',
    summary: 'a suppression names a code or a family that does not exist',
  },
  'suppression/refused': {
    severity: 'warning',
    summary: 'a suppression names what cannot be suppressed: a gate never passes without evidence',
  },
  'suppression/unused': { severity: 'notice', summary: 'a suppression suppresses nothing any more' },
  'baseline/stale': { severity: 'notice', summary: 'the baseline lists findings that are no longer there' },
} as const satisfies Record<string, CodeFacts>;

/** One of them. */
export type SuppressionCode = keyof typeof SUPPRESSION_CODES;
