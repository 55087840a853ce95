import type { Progress } from '../ports/progress.js';

/** Progress as plain lines with the time since the start, for a terminal and for logs. */
export class PlainProgress implements Progress {
  readonly #startedMs = Date.now();

  constructor(private readonly write: (text: string) => void) {}

  stageStarted(_name: string): void {
    // The notes of a stage show that it began.
  }

  stageEnded(name: string, outcome: 'passed' | 'failed' | 'skipped', durationMs: number): void {
    const took = outcome === 'skipped' ? 'skipped' : `${outcome} in ${(durationMs / 1000).toFixed(1)} s`;
    this.#line(`${name}: ${took}`);
  }

  note(line: string): void {
    this.#line(`  ${line}`);
  }

  #line(text: string): void {
    const seconds = ((Date.now() - this.#startedMs) / 1000).toFixed(1).padStart(6);
    this.write(`${seconds}s ${text}\n`);
  }
}

/** Says nothing. */
export const silentProgress: Progress = {
  stageStarted: () => undefined,
  stageEnded: () => undefined,
  note: () => undefined,
};
