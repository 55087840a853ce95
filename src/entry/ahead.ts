import { composeVersion } from '../adapters/docker/compose-version.js';

/**
 * Asks what a gate will need and what depends on nothing, so that the answer is there when it is needed: docker takes as long to name the
 * version of its plugin as it takes to read and judge a stack.
 */
export function askAhead(): void {
  // Whoever needs it gets the same answer; a stack that does not pass the check needs none.
  composeVersion().catch(() => undefined);
}
