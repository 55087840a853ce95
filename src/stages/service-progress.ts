import type { ContainerSnapshot } from '../model/observation.js';
import type { Plan } from '../model/plan.js';
import type { Dependency } from '../model/stack.js';
import type { ServiceProgress } from '../ports/progress.js';
import { conditionMet, judgeService } from '../rules/readiness.js';
import type { WaitContext } from './wait-context.js';

const UNTIL: Readonly<Record<Dependency['condition'], string>> = {
  service_started: 'to start',
  service_healthy: 'to be healthy',
  service_completed_successfully: 'to complete',
};

/** Has the progress follow the services of a run until the returned function is called. */
export function followServices({ plan, watch, clock, progress }: WaitContext): () => void {
  const readyMs = new Map<string, number>();
  const look = (): readonly ServiceProgress[] => {
    const nowMs = clock.now();
    const all = serviceProgress(plan, containersOf(), nowMs);
    return all.map((one) => {
      if (one.phase !== 'ready') readyMs.delete(one.service);
      else if (!readyMs.has(one.service)) readyMs.set(one.service, nowMs);
      const since = nowMs - (readyMs.get(one.service) ?? nowMs);
      return one.waitedMs === undefined ? one : { ...one, waitedMs: Math.max(0, one.waitedMs - since) };
    });
  };
  return progress.follow?.(look) ?? (() => undefined);

  function containersOf(): readonly ContainerSnapshot[] {
    try {
      return watch.containers();
    } catch {
      // Whoever waits meets the same error and ends the run by it.
      return [];
    }
  }
}

/** How far each service of the plan is, in the order in which they start. Pure. */
export function serviceProgress(
  plan: Plan,
  containers: readonly ContainerSnapshot[],
  nowMs: number,
): readonly ServiceProgress[] {
  const byService = new Map<string, ContainerSnapshot[]>();
  for (const container of containers) {
    const own = byService.get(container.service);
    if (own) own.push(container);
    else byService.set(container.service, [container]);
  }
  const of = (service: string): readonly ContainerSnapshot[] => byService.get(service) ?? [];
  return plan.stages.flatMap(({ services }) => services).map((service) => progressOf(service, plan, of, nowMs));
}

function progressOf(
  service: string,
  plan: Plan,
  of: (service: string) => readonly ContainerSnapshot[],
  nowMs: number,
): ServiceProgress {
  const own = of(service);
  if (own.length === 0) return { service, phase: 'unstarted', state: 'not started', reason: openConditions() };
  const readiness = judgeService(own, plan.readyWhen.get(service) ?? 'healthy-or-running', nowMs);
  const sinceMs = Math.min(...own.map(({ createdAtMs, startedAtMs }) => createdAtMs ?? (startedAtMs || nowMs)));
  const seen = { service, state: stateOf(own), waitedMs: Math.max(0, nowMs - sinceMs) };
  if (readiness.kind === 'ready') return { ...seen, phase: 'ready', state: readiness.as, reason: '' };
  if (readiness.kind === 'hopeless') return { ...seen, phase: 'failed', reason: readiness.reason };
  return { ...seen, phase: 'waiting', reason: readiness.reason + lastProbe(own) };

  function openConditions(): string {
    const open = (plan.dependencies.get(service) ?? []).filter(
      (dependency) =>
        dependency.required &&
        plan.readyWhen.has(dependency.service) &&
        !conditionMet(dependency.condition, of(dependency.service)),
    );
    const named = open.map((dependency) => `${dependency.service} ${UNTIL[dependency.condition]}`);
    return named.length === 0 ? 'its turn' : named.join(', ');
  }
}

/** The state of the container that is furthest from ready; a healthcheck says more than that it runs. */
function stateOf(containers: readonly ContainerSnapshot[]): string {
  const words = containers.map(({ state, health }) => (state === 'running' && health !== 'none' ? health : state));
  return words.find((word) => word !== 'healthy' && word !== 'running') ?? words[0] ?? 'not started';
}

/** What the last probe that failed said, for whoever waits for a healthcheck. */
function lastProbe(containers: readonly ContainerSnapshot[]): string {
  const last = containers.find(({ health }) => health === 'starting')?.probes.at(-1);
  if (!last || last.exitCode === 0) return '';
  const [line = ''] = last.output.trim().split('\n', 1);
  return `; last probe: ${line === '' ? `exit code ${String(last.exitCode)}` : line}`;
}
