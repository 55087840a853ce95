import type { BringUpFailure } from '../model/observation.js';
import { conditionMet, judgeService } from '../rules/readiness.js';
import type { WaitContext } from './wait-context.js';

/** How a bring-up ended. */
export interface BringUp {
  readonly ok: boolean;
  readonly failure?: BringUpFailure | undefined;
}

const RECHECK_MS = 1000;

/** Builds what the compose file says to build, so that no stale image is judged. */
export async function buildImages({ plan, runtime, signal }: WaitContext): Promise<BringUp> {
  if (plan.builds.length === 0) return { ok: true };
  const result = await runtime.build(plan.builds, signal);
  if (signal.aborted) return { ok: false };
  return result.exitCode === 0 ? { ok: true } : { ok: false, failure: { services: plan.builds, ...result } };
}

/** Starts stage after stage; each one as soon as the conditions of its services hold, not when all before it is ready. */
export async function bringUp(context: WaitContext): Promise<BringUp> {
  for (const stage of context.plan.stages) {
    if (!(await conditionsHold(stage.services, context))) return { ok: false };
    context.progress.note(`starting ${stage.services.join(', ')}`);
    const result = await context.runtime.up(stage.services, context.signal);
    if (context.signal.aborted) return { ok: false };
    if (result.exitCode !== 0) return { ok: false, failure: { services: stage.services, ...result } };
    await context.watch.refresh();
  }
  return { ok: true };
}

/** Waits until all that these services depend on is as they want it; false when it never will be. */
async function conditionsHold(services: readonly string[], context: WaitContext): Promise<boolean> {
  const { plan, watch, clock, signal } = context;
  const awaited = services
    .flatMap((name) => plan.dependencies.get(name) ?? [])
    .filter(({ service, required }) => required && plan.readyWhen.has(service));
  for (;;) {
    if (signal.aborted) return false;
    const open = awaited.filter(({ service, condition }) => !conditionMet(condition, watch.of(service)));
    if (open.length === 0) return true;
    const hopeless = open.some(({ service }) => {
      const readyWhen = plan.readyWhen.get(service) ?? 'healthy-or-running';
      // What is ready and still not as it is wanted never will be: no healthcheck, or completed instead of healthy.
      return judgeService(watch.of(service), readyWhen, clock.now()).kind !== 'waiting';
    });
    if (hopeless) return false;
    await watch.change(RECHECK_MS, signal);
  }
}
