import { RE2JS } from 're2js';

/** Patterns without anything that could be wrong, or that Go and others read differently. */
const PLAIN = /^(?:[A-Za-z0-9_:/;,=@ -]|\.[*+]?|\([A-Za-z0-9_.|-]+\)|\|)*$/;

/**
 * What Go's regexp package refuses in a pattern, in its own terms; undefined when it compiles. Prometheus anchors its patterns,
 * so they are judged the way it compiles them: `^(?s:PATTERN)$`.
 */
export function goRegexProblem(pattern: string): string | undefined {
  if (PLAIN.test(pattern)) return undefined;
  try {
    RE2JS.compile(`^(?s:${pattern})$`);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message
      .replace(/^error parsing regexp: /, '')
      .replace(/`\^\(\?s:/, '`')
      .replace(/\)\$`$/, '`');
  }
}
