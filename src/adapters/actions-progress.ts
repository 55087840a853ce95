import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import type { Progress } from '../ports/progress.js';
import { PlainProgress } from './plain-progress.js';

/** Progress in a workflow log: a group a stage, and no line of a container's can be taken as a workflow command. */
export class ActionsProgress implements Progress {
  readonly #plain = new PlainProgress((text) => {
    // Lines start with the time, so none of them starts with "::"; the older form may stand anywhere.
    process.stdout.write(text.replaceAll('##[', '##​['));
  });

  stageStarted(name: string): void {
    core.startGroup(name);
  }

  stageEnded(name: string, outcome: 'passed' | 'failed' | 'skipped', durationMs: number): void {
    if (outcome !== 'skipped') core.endGroup();
    this.#plain.stageEnded(name, outcome, durationMs);
  }

  note(line: string): void {
    this.#plain.note(line);
  }
}

/**
 * Prints while the runner takes no commands, so that text of others stays text.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands
 */
export function withoutCommands(print: () => void): void {
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n`);
  try {
    print();
  } finally {
    process.stdout.write(`::${token}::\n`);
  }
}
