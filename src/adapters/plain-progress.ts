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

  logs(title: string, lines: readonly string[]): void {
    this.#line(`  ${title}`);
    for (const line of lines) this.write(`         │ ${line.replaceAll(CONTROL, '�')}\n`);
  }

  #line(text: string): void {
    const seconds = ((Date.now() - this.#startedMs) / 1000).toFixed(1).padStart(6);
    this.write(`${seconds}s ${text}\n`);
  }
}

/** Characters by which a container's output could move the cursor or recolour the terminal; tabs are harmless. */
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g;

/** Says nothing. */
export const silentProgress: Progress = {
  stageStarted: () => undefined,
  stageEnded: () => undefined,
  note: () => undefined,
  logs: () => undefined,
};
