import type { Dependency } from '../model/stack.js';
import type { Run } from './rule.js';

/** More chains than this explain nothing more. */
const MOST_CHAINS = 8;

const UNTIL: Readonly<Record<Dependency['condition'], string>> = {
  service_started: 'started',
  service_healthy: 'healthy',
  service_completed_successfully: 'completed',
};

/** A service that was never started since it waits for another one, and what it wants of it. */
export interface HeldService {
  readonly name: string;
  readonly dependency: Dependency;
}

/** Services that were never started and wait for this one, in the order of the compose file. */
export function heldDirectly({ stack, observation }: Pick<Run, 'stack' | 'observation'>, name: string): HeldService[] {
  return stack.project.services.flatMap((service) => {
    const dependency = service.dependsOn.find((one) => one.service === name && one.required);
    return dependency && observation.neverStarted.includes(service.name) ? [{ name: service.name, dependency }] : [];
  });
}

/** All services that a failed one holds back, also by way of others: nearest first, each once. */
export function heldBack(run: Pick<Run, 'stack' | 'observation'>, name: string): HeldService[] {
  const seen = new Set([name]);
  const held: HeldService[] = [];
  for (const next of seen) {
    for (const one of heldDirectly(run, next)) {
      if (seen.has(one.name)) continue;
      seen.add(one.name);
      held.push(one);
    }
  }
  return held;
}

/**
 * Who waits for a failed service and for what, a line a chain: `agent (until redis is healthy) ← web (until agent is started)`.
 * A service that two chains reach stands in the first one.
 */
export function waitingChains(run: Pick<Run, 'stack' | 'observation'>, name: string): string[] {
  const seen = new Set([name]);
  const chains: string[][] = [];
  const follow = (service: string, before: readonly string[]): void => {
    const next = heldDirectly(run, service).filter((held) => !seen.has(held.name));
    for (const held of next) seen.add(held.name);
    if (next.length === 0 && before.length > 0) chains.push([...before]);
    for (const held of next)
      follow(held.name, [...before, `${held.name} (until ${service} is ${UNTIL[held.dependency.condition]})`]);
  };
  follow(name, []);
  const lines = chains.slice(0, MOST_CHAINS).map((chain) => chain.join(' ← '));
  const more = chains.length - lines.length;
  return more > 0 ? [...lines, `and ${String(more)} more`] : lines;
}
