/** How far one service is, at one instant. */
export interface ServiceProgress {
  readonly service: string;
  readonly phase: 'unstarted' | 'waiting' | 'ready' | 'failed';
  /** In a word or two: `healthy`, `starting`, `not started`, `exited`. */
  readonly state: string;
  /** From its creation to when it became ready, or to now. Absent for one that was not started. */
  readonly waitedMs?: number;
  /** What it still waits for or why it failed; empty when it is ready. Partly in others' words. */
  readonly reason: string;
}

/** Where the run says what it is doing. What containers printed is not said here: it is evidence of findings. */
export interface Progress {
  stageStarted(name: string): void;
  stageEnded(name: string, outcome: 'passed' | 'failed' | 'skipped', durationMs: number): void;
  /** Something changed, one line. */
  note(line: string): void;
  /**
   * Keeps showing how far the services are, by asking now and then, until the function that it returns is called. Absent where
   * nobody looks.
   */
  follow?(look: () => readonly ServiceProgress[]): () => void;
}
