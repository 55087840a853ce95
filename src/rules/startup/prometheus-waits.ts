import type { ComposeService, Dependency } from '../../model/stack.js';
import type { StackRule } from '../rule.js';

/** A Prometheus that starts after what it scrapes. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'startup/prometheus-waits',
  severity: 'notice',
  summary: 'Prometheus waits for the services that it scrapes',
  why: 'Prometheus asks again at every interval, so it needs nothing to be ready before it. When it waits it comes last: the first scrape is later, and the start of the others is never seen.',
  remedy: 'remove the depends_on of Prometheus',
  check({ project, prometheus }) {
    if (!prometheus) return [];
    const services = new Map(project.services.map((service) => [service.name, service]));
    const { service } = prometheus;
    const late = service.dependsOn.filter(
      (dependency) => isWritten(service, dependency) && delays(dependency, services, new Set([service.name])),
    );
    const [first] = late;
    if (!first) return [];
    const names = late.map(({ service: name }) => `"${name}"`);
    return [
      {
        message: `Prometheus service "${service.name}" waits for ${names.join(', ')}, which it only scrapes: it comes last, and so does the first scrape`,
        at: first.at,
        help: `remove ${names.join(', ')} from the depends_on of "${service.name}"`,
        subject: { service: service.name },
      },
    ];
  },
};

/** Whether the start of a dependency waits for more than processes. */
function delays(
  { service: name, condition }: Dependency,
  services: ReadonlyMap<string, ComposeService>,
  seen: Set<string>,
): boolean {
  // A job that ends may write what Prometheus reads.
  if (condition === 'service_completed_successfully' || seen.has(name)) return false;
  if (condition === 'service_healthy') return true;
  seen.add(name);
  return (services.get(name)?.dependsOn ?? []).some(
    (one) => one.condition !== 'service_started' || delays(one, services, seen),
  );
}

/** Links and shared namespaces imply dependencies that are not written. */
function isWritten({ node }: ComposeService, { at }: Dependency): boolean {
  const list = node.entries.get('depends_on')?.value;
  return list !== undefined && list.at.file === at.file && list.at.start <= at.start && at.end <= list.at.end;
}
