import type { BringUpFailure } from '../model/observation.js';
import { conditionMet, readinessOf } from '../rules/readiness.js';
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
    // Nothing that is started from here on helps a run in which a service has failed.
    const signal = AbortSignal.any([context.signal, context.watch.failed]);
    const result = await context.runtime.up(stage.services, signal);
    if (signal.aborted) return { ok: false };
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
    // One that no waiting helps decides the run, whoever waits for it.
    if (signal.aborted || watch.hopeless()) return false;
    const containers = watch.containers();
    const open = awaited.filter(
      ({ service, condition }) => !conditionMet(condition, watch.of(service), plan.replicas?.get(service)),
    );
    if (open.length === 0) return true;
    // What is ready and still not as it is wanted never will be: no healthcheck, or completed instead of healthy.
    if (open.some(({ service }) => readinessOf(service, containers, plan, clock.now()).kind !== 'waiting'))
      return false;
    await watch.change(Math.min(RECHECK_MS, watch.recheckMs()), signal);
  }
}
