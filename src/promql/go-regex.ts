import type { RE2JS } from 're2js';

let engine: typeof RE2JS | undefined;

/** Loads the regular expressions of Go, which are large and seldom needed. */
export async function loadGoRegex(): Promise<void> {
  engine ??= (await import('re2js')).RE2JS;
}

/** Patterns without anything that could be wrong, or that Go and others read differently. */
const PLAIN = /^(?:[A-Za-z0-9_:/;,=@ -]|\.[*+]?|\([A-Za-z0-9_.|-]+\)|\|)*$/;

/** Parts of keys whose values are patterns: of Alertmanager's old routes, of probes. */
const PATTERN_KEYS = ['_re:', 'regexp', 'expect:', 'prober:'];

/** Whether a text has patterns that only the engine can judge. It errs on the side of yes, and looks at long texts quickly. */
export function mayNeedGoRegex(text: string): boolean {
  if (PATTERN_KEYS.some((key) => text.includes(key))) return true;
  for (let at = text.indexOf('regex'); at >= 0; at = text.indexOf('regex', at + 1)) {
    const [, , value] = /^regex:[ \t]*(["']?)([^"'\n]*)\1[ \t]*(?:\n|$)/.exec(text.slice(at, at + 200)) ?? [];
    if (value === undefined || value === '' || !PLAIN.test(value)) return true;
  }
  if (!text.includes('=~') && !text.includes('!~')) return false;
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

/** What a pattern of Prometheus' relabelling captures, the whole text first; groups that took no part are undefined. */
export interface Captures {
  readonly numbered: readonly (string | undefined)[];
  named(name: string): string | undefined;
}

/**
 * Matches a whole text against a pattern, as Prometheus does with `^(?s:PATTERN)$`. Undefined when it does not match. Throws for a
 * pattern that does not compile.
 */
export function matchWhole(pattern: string, text: string): Captures | undefined {
  if (PLAIN.test(pattern)) {
    const match = new RegExp(`^(?:${pattern})$`, 's').exec(text);
    return match ? { numbered: [...match], named: () => undefined } : undefined;
  }
  if (!engine) throw new Error('the regular expressions of Go are not loaded');
  const compiled = engine.compile(`^(?s:${pattern})$`);
  const matcher = compiled.matcher(text);
  if (!matcher.matches()) return undefined;
  const numbered = Array.from({ length: matcher.groupCount() + 1 }, (_, index) => matcher.group(index) ?? undefined);
  const names = compiled.namedGroups();
  return { numbered, named: (name) => numbered[names[name] ?? -1] };
}
