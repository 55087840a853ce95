import type { Progress } from '../ports/progress.js';

/** Says nothing. */
export const silentProgress: Progress = {
  stageStarted: () => undefined,
  stageEnded: () => undefined,
  note: () => undefined,
};
