import type { NamedStage, Plan, PlannedStage, ReadyWhen } from '../model/plan.js';
import type { ComposeService, Stack } from '../model/stack.js';
import { child, text } from '../model/yaml-node.js';
import { isAlwaysRestarted, oneShot } from '../rules/one-shot.js';
import { mustBuild, plannedImages } from './plan-images.js';
import { startedByCompose } from './started-by-compose.js';

/**
 * In which order the stack comes up: Prometheus first, after what it depends on, since its target discovery takes 5 s
 * which then pass while the rest starts; the others as early as depends_on allows, and not before the stages that the
 * settings put above theirs.
 */
export function planBringUp(stack: Stack, named: readonly NamedStage[] = []): Plan {
  const all = stack.project.services;
  const active = all.filter((service) => replicasOf(service) > 0);
  const services = new Map(active.map((service) => [service.name, service]));
  const prometheus = stack.prometheus && services.get(stack.prometheus.service.name);
  const before = prometheus ? withDependencies(prometheus, services) : new Set<string>();
  return {
    stages: named.length > 0 ? asNamed(named, services) : stagesOf(services, prometheus, before),
    readyWhen: new Map(active.map((service) => [service.name, readyWhen(service, all)])),
    dependencies: new Map(active.map(({ name, dependsOn }) => [name, dependsOn])),
    builds: active.filter((service) => mustBuild(service)).map(({ name }) => name),
    images: plannedImages(active),
    replicas: new Map(active.map((service) => [service.name, replicasOf(service)])),
    // Where the settings have the say, nothing is known to be first.
    lead: named.length > 0 ? new Set() : before,
    byCompose: startedByCompose(stack.project, active),
  };
}

function stagesOf(
  services: ReadonlyMap<string, ComposeService>,
  prometheus: ComposeService | undefined,
  before: ReadonlySet<string>,
): PlannedStage[] {
  const stages: PlannedStage[] = [];
  const planned = new Set<string>();
  const add = (name: string, names: readonly string[]): void => {
    stages.push({ name, services: names });
    for (const service of names) planned.add(service);
  };
  if (prometheus) {
    const others = new Set([...before].filter((name) => name !== prometheus.name));
    for (const level of levels(others, services, planned)) add(`before prometheus ${String(stages.length + 1)}`, level);
    add('prometheus', [prometheus.name]);
  }
  const rest = new Set([...services.keys()].filter((name) => !planned.has(name)));
  for (const [index, level] of levels(rest, services, planned).entries()) add(`stage ${String(index + 1)}`, level);
  return stages;
}

/** The stages of the settings, then what no stage names: that starts as soon as its dependencies allow. */
function asNamed(named: readonly NamedStage[], services: ReadonlyMap<string, ComposeService>): PlannedStage[] {
  const placed = new Set(named.flatMap((stage) => stage.services));
  const free = [...services.keys()].filter((name) => !placed.has(name));
  const stages = named.map(({ name, services: names }): PlannedStage => ({
    name,
    services: names.filter((service) => services.has(service)),
    waits: true,
  }));
  return [...stages, ...(free.length > 0 ? [{ name: 'any time', services: free }] : [])];
}

/** How many containers Compose makes of a service. `deploy.replicas` and `scale` are the same; Compose refuses two numbers. */
export function replicasOf({ node }: ComposeService): number {
  const written = text(child(node, 'deploy', 'replicas') ?? child(node, 'scale'));
  const count = Number(written ?? 1);
  return Number.isInteger(count) && count >= 0 ? count : 1;
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

/** A service that another one awaits as completed is a one-shot, and so is one whose command is known to end. */
function readyWhen(service: ComposeService, services: readonly ComposeService[]): ReadyWhen {
  const awaited = services.some(({ dependsOn }) =>
    dependsOn.some((one) => one.service === service.name && one.condition === 'service_completed_successfully'),
  );
  const ends = oneShot(service) === 'certainly' && !isAlwaysRestarted(service);
  return awaited || ends ? 'completed' : 'healthy-or-running';
}
