import type { BringUpFailure } from '../model/observation.js';
import type { CommandResult } from '../ports/runtime.js';
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
  return result.exitCode === 0 ? { ok: true } : { ok: false, failure: failureOf(plan.builds, result) };
}

/**
 * Starts every service as soon as its conditions hold, not when all before it is ready. Docker Compose creates the containers in two
 * calls, that of Prometheus first; the engine then starts each one by itself, since a call of Compose costs half a second and more.
 */
export async function bringUp(context: WaitContext): Promise<BringUp> {
  const ascent = new Ascent(context);
  return ascent.run();
}

/** One bring-up. */
class Ascent {
  readonly #left: Set<string>;
  readonly #created = new Set<string>();
  #creating: Promise<void> = Promise.resolve();
  #failure: BringUpFailure | undefined;
  /** Nothing that is started after a service has failed helps the run. */
  readonly #signal: AbortSignal;

  constructor(private readonly context: WaitContext) {
    this.#signal = AbortSignal.any([context.signal, context.watch.failed]);
    this.#left = new Set(context.plan.stages.flatMap(({ services }) => services));
  }

  async run(): Promise<BringUp> {
    const { plan, watch } = this.context;
    const lead = [...this.#left].filter((name) => plan.lead.has(name));
    if (lead.length > 0) await this.#create(lead);
    // Beside the start of the first ones.
    this.#creating = this.#create([...this.#left].filter((name) => !plan.lead.has(name)));
    while (this.#left.size > 0 && !this.#failure && !this.#signal.aborted) {
      // Judged by the one who reads the observation; here it only ends the work at once.
      if (watch.hopeless()) break;
      const free = [...this.#left].filter((name) => this.#created.has(name) && this.#mayStart(name));
      if (free.length > 0) await this.#start(free);
      else if (!(await this.#moreTime())) break;
    }
    await this.#creating;
    return this.#failure
      ? { ok: false, failure: this.#failure }
      : { ok: this.#left.size === 0 && !this.#signal.aborted };
  }

  /** Waits for a change; false at once when some service can never start. */
  async #moreTime(): Promise<boolean> {
    const { watch } = this.context;
    const allCreated = [...this.#left].every((name) => this.#created.has(name));
    if (allCreated && [...this.#left].some((name) => this.#isHopeless(name))) return false;
    const change = watch.change(Math.min(RECHECK_MS, watch.recheckMs()), this.#signal);
    await (allCreated ? change : Promise.race([change, this.#creating]));
    return true;
  }

  /** What Compose has to start itself it also creates. */
  async #create(services: readonly string[]): Promise<void> {
    const { plan, runtime, watch } = this.context;
    const names = services.filter((name) => !plan.byCompose.has(name));
    if (names.length > 0) {
      const result = await runtime.create(names, this.#signal);
      if (this.#signal.aborted) return;
      await watch.refresh();
      this.#failure ??= result.exitCode === 0 ? this.#tooFew(names, result) : failureOf(names, result);
    }
    for (const name of services) this.#created.add(name);
  }

  /** Every replica counts: what the plan expects has to be there. */
  #tooFew(services: readonly string[], { command }: CommandResult): BringUpFailure | undefined {
    const { plan, watch } = this.context;
    const short = services.find((name) => watch.of(name).length < (plan.replicas.get(name) ?? 1));
    if (short === undefined) return undefined;
    const [there, expected] = [watch.of(short).length, plan.replicas.get(short) ?? 1];
    const output = `service ${short} has ${String(there)} of ${String(expected)} containers after docker compose created them`;
    return { services: [short], command, exitCode: 0, output };
  }

  async #start(free: readonly string[]): Promise<void> {
    const { plan, runtime, watch, progress } = this.context;
    progress.note(`starting ${free.join(', ')}`);
    const byCompose = free.filter((name) => plan.byCompose.has(name));
    const containers = free.filter((name) => !plan.byCompose.has(name)).flatMap((name) => watch.of(name));
    const started = containers.map(async ({ id, service }) => {
      this.#note([service], await runtime.start(id, this.#signal));
    });
    const together = async (): Promise<void> => {
      if (byCompose.length > 0) this.#note(byCompose, await runtime.up(byCompose, this.#signal));
    };
    await Promise.all([...started, together()]);
    for (const name of free) this.#left.delete(name);
    if (!this.#signal.aborted) await watch.refresh();
  }

  #note(services: readonly string[], result: CommandResult): void {
    if (result.exitCode !== 0 && !this.#signal.aborted) this.#failure ??= failureOf(services, result);
  }

  /** Whether all that a service depends on is as it wants it, and every stage above its own is ready. */
  #mayStart(name: string): boolean {
    const { watch } = this.context;
    return (
      this.#awaited(name).every(({ service, condition }) => this.#holds(service, condition)) &&
      this.#above(name).every((service) => watch.readyAt.has(service))
    );
  }

  /** What is ready and still not as it is wanted never will be: no healthcheck, or completed instead of healthy. */
  #isHopeless(name: string): boolean {
    const { plan, watch, clock } = this.context;
    const kindOf = (service: string): string => readinessOf(service, watch.containers(), plan, clock.now()).kind;
    return (
      this.#awaited(name).some(
        ({ service, condition }) => !this.#holds(service, condition) && kindOf(service) !== 'waiting',
      ) || this.#above(name).some((service) => kindOf(service) === 'hopeless')
    );
  }

  #holds(service: string, condition: Dependencies[number]['condition']): boolean {
    const { plan, watch } = this.context;
    return conditionMet(condition, watch.of(service), plan.replicas.get(service));
  }

  #awaited(name: string): Dependencies {
    const { plan } = this.context;
    return (plan.dependencies.get(name) ?? []).filter(
      ({ service, required }) => required && plan.readyWhen.has(service),
    );
  }

  /** The services of the stages that the settings put above that of this one. */
  #above(name: string): string[] {
    const { stages } = this.context.plan;
    const own = stages.findIndex(({ services, waits }) => waits === true && services.includes(name));
    return stages.slice(0, Math.max(own, 0)).flatMap(({ services }) => services);
  }
}

type Dependencies = NonNullable<ReturnType<WaitContext['plan']['dependencies']['get']>>;

function failureOf(services: readonly string[], { command, exitCode, output }: CommandResult): BringUpFailure {
  return { services, command, exitCode, output };
}
