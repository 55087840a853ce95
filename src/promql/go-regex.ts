import type { RE2JS } from 're2js';

let engine: typeof RE2JS | undefined;

/** Loads the regular expressions of Go, which are large and seldom needed. */
export async function loadGoRegex(): Promise<void> {
  engine ??= (await import('re2js')).RE2JS;
}

/** Whether a text has patterns that only the engine can judge. It errs on the side of yes. */
export function mayNeedGoRegex(text: string): boolean {
  if (/regex|match_re|matchers|relabel|valid_|fail_if|query_response/.test(text)) return true;
  return [...text.matchAll(/[=!]~[ \t\r\n]*\\?(["'`])([^"'`\\]*)/g)].some(
    ([, , pattern]) => !PLAIN.test(pattern ?? ''),
  );
}

/** Patterns without anything that could be wrong, or that Go and others read differently. */
const PLAIN = /^(?:[A-Za-z0-9_:/;,=@ -]|\.[*+]?|\([A-Za-z0-9_.|-]+\)|\|)*$/;

/**
 * What Go's regexp package refuses in a pattern, in its own terms; undefined when it compiles. Prometheus anchors its patterns,
 * so they are judged the way it compiles them: `^(?s:PATTERN)$`.
 */
export function goRegexProblem(pattern: string): string | undefined {
  if (PLAIN.test(pattern)) return undefined;
  if (!engine) throw new Error('the regular expressions of Go are not loaded');
  try {
    engine.compile(`^(?s:${pattern})$`);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message
      .replace(/^error parsing regexp: /, '')
      .replace(/`\^\(\?s:/, '`')
      .replace(/\)\$`$/, '`');
  }
}
