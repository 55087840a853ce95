import type { Plan } from '../model/plan.js';
import type { Clock } from '../ports/clock.js';
import type { Progress } from '../ports/progress.js';
import type { Runtime } from '../ports/runtime.js';
import type { ServiceWatch } from './service-watch.js';

/** What the stages that wait need. */
export interface WaitContext {
  readonly plan: Plan;
  readonly runtime: Runtime;
  readonly watch: ServiceWatch;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}
