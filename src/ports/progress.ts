/** Where the run says what it is doing. Everything a container printed goes through `logs` only. */
export interface Progress {
  stageStarted(name: string): void;
  stageEnded(name: string, outcome: 'passed' | 'failed' | 'skipped', durationMs: number): void;
  /** Something changed, one line. */
  note(line: string): void;
  /** Text that others wrote: must not be able to act as a command of whatever reads our output. */
  logs(title: string, lines: readonly string[]): void;
}
