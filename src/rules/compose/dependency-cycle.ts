import type { ComposeService } from '../../model/stack.js';
import type { StackRule } from '../rule.js';

/** Services that wait for each other. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/dependency-cycle',
  severity: 'error',
  summary: 'services depend on each other in a circle',
  why: 'None of them can start first, so Compose refuses the project.',
  remedy: 'remove one of the depends_on entries of the circle',
  check(stack) {
    const services = new Map(stack.project.services.map((service) => [service.name, service]));
    const cycle = findCycle(services);
    const [first, second] = cycle ?? [];
    if (!cycle || first === undefined || second === undefined) return [];
    const dependency = services.get(first)?.dependsOn.find(({ service }) => service === second);
    return [
      {
        message: `services depend on each other in a circle: ${cycle.join(' → ')}`,
        at: dependency?.at,
        subject: { service: first },
      },
    ];
  },
};

/** The names along one circle, the first one again at the end. Iterative, since a stack may be deep. */
function findCycle(services: ReadonlyMap<string, ComposeService>): string[] | undefined {
  const done = new Set<string>();
  for (const start of services.keys()) {
    const path: { name: string; next: number }[] = done.has(start) ? [] : [{ name: start, next: 0 }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const dependency = services.get(top.name)?.dependsOn[top.next++]?.service;
      if (dependency === undefined) done.add(path.pop()?.name ?? '');
      else {
        const earlier = path.findIndex(({ name }) => name === dependency);
        if (earlier >= 0) return [...path.slice(earlier).map(({ name }) => name), dependency];
        if (!done.has(dependency) && services.has(dependency)) path.push({ name: dependency, next: 0 });
      }
    }
  }
  return undefined;
}
