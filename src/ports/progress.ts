/** Where the run says what it is doing. What containers printed is not said here: it is evidence of findings. */
export interface Progress {
  stageStarted(name: string): void;
  stageEnded(name: string, outcome: 'passed' | 'failed' | 'skipped', durationMs: number): void;
  /** Something changed, one line. */
  note(line: string): void;
}
