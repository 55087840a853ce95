import type { Plan, PlannedStage, ReadyWhen } from '../model/plan.js';
import type { ComposeService, Stack } from '../model/stack.js';
import { replicaCounts } from './replicas.js';

/** Values of pull_policy with which an image that is here is used as it is. */
const NO_BUILD = new Set(['never', 'missing', 'if_not_present', 'always']);

/**
 * In which order the stack comes up: Prometheus first, after what it depends on, since its target discovery takes 5 s
 * which then pass while the rest starts; the others as early as depends_on allows.
 */
export function planBringUp(stack: Stack): Plan {
  const services = new Map(stack.project.services.map((service) => [service.name, service]));
  const stages: PlannedStage[] = [];
  const planned = new Set<string>();
  const add = (name: string, names: readonly string[]): void => {
    if (names.length === 0) return;
    stages.push({ name, services: names });
    for (const service of names) planned.add(service);
  };
  const prometheus = stack.prometheus?.service;
  if (prometheus) {
    const before = withDependencies(prometheus, services);
    before.delete(prometheus.name);
    for (const level of levels(before, services, planned)) add(`before prometheus ${String(stages.length + 1)}`, level);
    add('prometheus', [prometheus.name]);
  }
  const rest = new Set([...services.keys()].filter((name) => !planned.has(name)));
  for (const [index, level] of levels(rest, services, planned).entries()) add(`stage ${String(index + 1)}`, level);
  return {
    stages,
    readyWhen: new Map([...services.keys()].map((name) => [name, readyWhen(name, stack.project.services)])),
    dependencies: new Map([...services.values()].map(({ name, dependsOn }) => [name, dependsOn])),
    builds: [...services.values()].filter((service) => mustBuild(service)).map(({ name }) => name),
    replicas: replicaCounts([...services.values()]),
  };
}

function withDependencies(service: ComposeService, all: ReadonlyMap<string, ComposeService>): Set<string> {
  const found = new Set([service.name]);
  for (const name of found)
    for (const { service: next } of all.get(name)?.dependsOn ?? []) if (all.has(next)) found.add(next);
  return found;
}

/** Groups such that all that a service depends on stands in an earlier group. A circle, which check reports, ends up in the last. */
function levels(
  names: ReadonlySet<string>,
  all: ReadonlyMap<string, ComposeService>,
  planned: ReadonlySet<string>,
): string[][] {
  const left = new Set(names);
  const placed = new Set(planned);
  const result: string[][] = [];
  while (left.size > 0) {
    const free = [...left].filter((name) =>
      (all.get(name)?.dependsOn ?? []).every(({ service }) => placed.has(service) || !all.has(service)),
    );
    const level = free.length > 0 ? free : [...left];
    for (const name of level) {
      left.delete(name);
      placed.add(name);
    }
    result.push(level);
  }
  return result;
}

/** A service that another one awaits as completed is a one-shot. */
function readyWhen(name: string, services: readonly ComposeService[]): ReadyWhen {
  const awaited = services.some(({ dependsOn }) =>
    dependsOn.some(({ service, condition }) => service === name && condition === 'service_completed_successfully'),
  );
  return awaited ? 'completed' : 'healthy-or-running';
}

/** An image that exists from an earlier run is stale, so what the file says to build is built. */
function mustBuild(service: ComposeService): boolean {
  return service.hasBuild && !NO_BUILD.has(service.pullPolicy ?? 'build');
}
