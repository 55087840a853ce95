import type { StageReport } from '../model/report.js';
import type { Clock } from '../ports/clock.js';
import type { Progress } from '../ports/progress.js';

/** Times the stages of a run and remembers how each one ended. */
export class StageLog {
  readonly #reports: StageReport[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly progress: Progress,
  ) {}

  get reports(): readonly StageReport[] {
    return this.#reports;
  }

  /** Runs one stage; `passed` tells from its result whether it did. A stage that throws has failed. */
  async run<T>(name: string, work: () => T | Promise<T>, passed: (result: T) => boolean): Promise<T> {
    const startedMs = this.clock.now();
    this.progress.stageStarted(name);
    let ok = false;
    try {
      const result = await work();
      ok = passed(result);
      return result;
    } finally {
      const duration = this.clock.now() - startedMs;
      const status = ok ? 'passed' : 'failed';
      this.#reports.push({ name, status, started_at: new Date(startedMs).toISOString(), duration_ms: duration });
      this.progress.stageEnded(name, status, duration);
    }
  }

  skipAll(names: readonly string[], because: string): void {
    for (const name of names) this.skip(name, because);
  }

  skip(name: string, because: string): void {
    this.#reports.push({ name, status: 'skipped', skipped_because: because });
    this.progress.stageEnded(name, 'skipped', 0);
  }
}
