import { isGone, leftBehind, type Footprint } from '../model/footprint.js';
import type { Progress } from '../ports/progress.js';
import type { Runtime } from '../ports/runtime.js';
import type { StageLog } from './stage-log.js';

/** What tearing down needs. */
export interface TearDownContext {
  readonly projectName: string;
  /** `later`: somebody else removes the stack, or it is to stay. */
  readonly tearDown: 'now' | 'later';
  readonly runtime: Runtime;
  readonly progress: Progress;
  /** Aborted by who does not want to wait until containers stop by themselves. */
  readonly hurry?: AbortSignal | undefined;
}

/** Removes what the run made, once, however the run ends. What was there before is the user's and stays. */
export class TearDown {
  /** Set when the project is known to be ours: from then on something of it may exist. */
  #keep: Footprint | undefined;

  constructor(
    private readonly context: TearDownContext,
    private readonly stages: StageLog,
  ) {}

  /** From now on the project is ours, but for what there is of it. */
  own(before: Footprint): void {
    this.#keep = before;
  }

  async run(): Promise<void> {
    const { projectName, tearDown, runtime, progress, hurry } = this.context;
    const keep = this.#keep;
    if (keep === undefined) return;
    this.#keep = undefined;
    if (tearDown === 'later') {
      this.stages.skip('down', 'the stack is left running');
      return;
    }
    const left = await this.stages.run('down', () => runtime.down({ keep, hurry }), isGone);
    const line = leftBehind(left, projectName);
    if (line !== undefined) progress.note(line);
  }
}
