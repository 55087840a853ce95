import type { CommandResult } from '../../ports/runtime.js';
import { runCommand, type CommandOptions } from './command.js';

/** The commands that one run started and that may still be at work. */
export class Children {
  readonly #end = new AbortController();
  readonly #running = new Set<Promise<unknown>>();
  #cutShort = false;

  /** As `runCommand`, and ended by `end` as well. */
  async run(program: string, args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
    const signal = options.signal ? AbortSignal.any([options.signal, this.#end.signal]) : this.#end.signal;
    const command = runCommand(program, args, { ...options, signal });
    this.#running.add(command);
    try {
      return await command;
    } finally {
      this.#running.delete(command);
      this.#cutShort ||= signal.aborted;
    }
  }

  /**
   * Ends all of them and waits until they have ended: what they are making must not race with its removal.
   * Tells whether any was cut short, since an engine may still be at work on what it asked for.
   */
  async end(): Promise<boolean> {
    this.#end.abort();
    await Promise.allSettled(this.#running);
    return this.#cutShort;
  }
}
