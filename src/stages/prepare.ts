import type { Progress } from '../ports/progress.js';
import type { Footprint, Runtime } from '../ports/runtime.js';

/** What preparation needs. */
export interface PrepareContext {
  readonly runtime: Runtime;
  readonly progress: Progress;
  /** Called when it is known that the project is ours, before anything of it is made: what clean-up has to leave. */
  readonly announce: (keep: Footprint) => void;
}

/** The project has containers already; the caller knows its name. */
export class ProjectInUse extends Error {
  override readonly name = 'ProjectInUse';
  constructor(readonly containers: number) {
    super(`the compose project already has ${String(containers)} containers`);
  }
}

/** Nothing is started before it is known that everything can be, and that the project is ours alone. */
export async function prepare(
  { runtime, progress, announce }: PrepareContext,
  signal: AbortSignal,
): Promise<Footprint> {
  progress.note(await runtime.require(signal));
  const before = await runtime.footprint();
  if (before.containers.length > 0) throw new ProjectInUse(before.containers.length);
  announce(before);
  return before;
}
