import type { RE2JS } from 're2js';

let engine: typeof RE2JS | undefined;

/** Loads the regular expressions of Go, which are large and seldom needed. */
export async function loadGoRegex(): Promise<void> {
  engine ??= (await import('re2js')).RE2JS;
}

/** Patterns without anything that could be wrong, or that Go and others read differently. */
const PLAIN = /^(?:[A-Za-z0-9_:/;,=@ -]|\.[*+]?|\([A-Za-z0-9_.|-]+\)|\|)*$/;

/** Whether a text has patterns that only the engine can judge. It errs on the side of yes. */
export function mayNeedGoRegex(text: string): boolean {
  // Keys whose values are patterns: of relabeling, of Alertmanager's old routes, of probes.
  if (/\bregex\b|_re:|_regexp\b|\bregexp\b|\bexpect:|\bprober:/.test(text)) return true;
  const matchers = text.matchAll(/[=!]~[ \t\r\n]*\\?["'`]?([^"'`\\\n]*)/g);
  return [...matchers].some(([, pattern]) => !PLAIN.test(pattern ?? ''));
}

/** What Go's regexp package refuses in a pattern, in its own terms; undefined when it compiles. */
export function regexFault(pattern: string): string | undefined {
  if (PLAIN.test(pattern)) return undefined;
  if (!engine) throw new Error('the regular expressions of Go are not loaded');
  try {
    engine.compile(pattern);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : String(error);
  }
}

/** The same for a pattern that Prometheus compiles as `^(?s:PATTERN)$`; the words are about the pattern as it is written. */
export function goRegexProblem(pattern: string): string | undefined {
  if (PLAIN.test(pattern)) return undefined;
  const fault = regexFault(`^(?s:${pattern})$`);
  return fault === undefined ? undefined : (regexFault(pattern) ?? fault);
}

/** The same for a pattern that Alertmanager compiles as `^(?:PATTERN)$`. */
export function anchoredRegexFault(pattern: string): string | undefined {
  if (PLAIN.test(pattern)) return undefined;
  const fault = regexFault(`^(?:${pattern})$`);
  return fault === undefined ? undefined : (regexFault(pattern) ?? fault);
}
