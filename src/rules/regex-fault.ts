import { RE2JS } from 're2js';

/** What RE2, by which Go matches, refuses in a regular expression; undefined when it is fine. */
export function regexFault(pattern: string): string | undefined {
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : String(error);
  }
}

/** Like `regexFault`, for patterns that must match a whole value: those are compiled between `^(?:` and `)$`. */
export function anchoredRegexFault(pattern: string): string | undefined {
  const fault = regexFault(`^(?:${pattern})$`);
  // The words about the pattern as it is written are better, when there are any.
  return fault === undefined ? undefined : (regexFault(pattern) ?? fault);
}
