import type { Cause } from '../model/cause.js';

/** Docker's words for a container that it could not start, first match decides. */
const WORDS: readonly (readonly [RegExp, Cause])[] = [
  [/port is already allocated|address already in use|failed to bind host port/i, 'port-in-use'],
  [/exec format error|permission denied/i, 'command-not-executable'],
  [/executable file not found|no such file or directory/i, 'command-not-found'],
];

/** Why Docker could not start a container, by its own words. */
export function startErrorCause(words: string): Cause {
  return WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'bring-up-failed';
}
