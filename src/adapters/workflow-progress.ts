import { oneLine } from '../model/harmless.js';
import type { Progress, ServiceProgress } from '../ports/progress.js';
import type { Clock } from '../ports/clock.js';
import { PlainProgress } from './plain-progress.js';
import { systemClock } from './system-clock.js';

/**
 * Progress in the log of a GitHub workflow: a group a stage, and after it a line with its outcome and time. Every other line begins
 * with the time, so that none of them is taken for a command.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#grouping-log-lines
 */
export class WorkflowProgress implements Progress {
  readonly #plain: PlainProgress;

  constructor(
    private readonly write: (text: string) => void,
    clock: Clock = systemClock,
  ) {
    this.#plain = new PlainProgress(write, clock);
  }

  stageStarted(name: string): void {
    this.write(`::group::${oneLine(name).replaceAll('%', '%25')}\n`);
  }

  stageEnded(name: string, outcome: 'passed' | 'failed' | 'skipped', durationMs: number): void {
    if (outcome !== 'skipped') this.write('::endgroup::\n');
    this.#plain.stageEnded(name, outcome, durationMs);
  }

  note(line: string): void {
    this.#plain.note(line);
  }

  follow(look: () => readonly ServiceProgress[]): () => void {
    return this.#plain.follow(look);
  }
}
