import type { Cause } from '../model/cause.js';
import type { ContainerSnapshot } from '../model/observation.js';
import type { ComposeService } from '../model/stack.js';
import type { Problem, Run } from './rule.js';
import { FOREIGN_GRACE_MS, judgeService } from './readiness.js';
import { heldBack } from './waiting-chain.js';

/** A service that will not become ready, and the container that shows it. */
export interface FailedService {
  readonly service: ComposeService;
  readonly container: ContainerSnapshot;
  readonly cause: Cause;
  readonly reason: string;
}

/** The services that no waiting helps, in the order of the compose file. */
export function failedServices({ stack, plan, observation }: Run): FailedService[] {
  return stack.project.services.flatMap((service) => {
    const containers = observation.containers.filter((container) => container.service === service.name);
    const readyWhen = plan.readyWhen.get(service.name) ?? 'healthy-or-running';
    // What somebody else did and has not undone when the run is over counts, though a wait would give them longer.
    const atMs = observation.atMs + (containers.some(isHeld) ? FOREIGN_GRACE_MS : 0);
    const verdict = judgeService(containers, readyWhen, atMs, plan.replicas.get(service.name));
    const [first] = containers;
    if (verdict.kind !== 'hopeless' || !first) return [];
    const container = containers.find((c) => judgeService([c], readyWhen, atMs).kind === 'hopeless') ?? first;
    return [{ service, container, cause: verdict.cause, reason: verdict.reason }];
  });
}

/** Stopped, paused or removed by somebody else. */
function isHeld({ watched }: ContainerSnapshot): boolean {
  return [watched?.stoppedAtMs, watched?.pausedAtMs, watched?.removedAtMs].some((at) => at !== undefined);
}

/** What failed because of a service: targets on it and services that waited for it, folded under its finding. */
export function consequences(run: Run, service: string): NonNullable<Problem['related']> {
  const waiting = heldBack(run, service);
  const held = new Set([service, ...waiting.map(({ name }) => name)]);
  const related = waiting.map(({ name, dependency }) => ({
    message: `service "${name}" was never started: it waits for "${dependency.service}"`,
    at: dependency.at,
  }));
  for (const { expected, health } of run.targets) {
    if (expected.service === undefined || !held.has(expected.service) || health === 'up') continue;
    related.push({
      message: `target "${expected.address ?? ''}" of scrape job "${expected.job}" is ${health} because of it`,
      at: expected.at,
    });
  }
  return related;
}

/** Services whose failure has a finding of its own, and those held back by them: their targets need no second one. */
export function explainedServices(run: Run): ReadonlySet<string> {
  const failed = failedServices(run).map(({ service }) => service.name);
  return new Set([...failed, ...run.observation.neverStarted, ...(run.observation.bringUpFailure?.services ?? [])]);
}
