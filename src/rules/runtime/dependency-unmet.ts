import type { ContainerSnapshot } from '../../model/observation.js';
import type { Dependency } from '../../model/stack.js';
import { conditionMet, judgeService } from '../readiness.js';
import type { RuntimeRule } from '../rule.js';

/** A condition of depends_on that the service it names can never meet. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/dependency-unmet',
  severity: 'error',
  stage: 'up',
  summary: 'a service waits for a state that its dependency can never reach',
  why: 'A service without a healthcheck is never healthy, and one that completed is not running: whatever waits for that is never started.',
  remedy: 'give the dependency a healthcheck, or wait for another condition',
  judge: ({ stack, plan, observation }) =>
    stack.project.services
      .filter(({ name }) => observation.neverStarted.includes(name))
      .flatMap((service) =>
        service.dependsOn.flatMap((dependency) => {
          const containers = observation.containers.filter((container) => container.service === dependency.service);
          const readyWhen = plan.readyWhen.get(dependency.service) ?? 'healthy-or-running';
          const readiness = judgeService(containers, readyWhen, observation.atMs);
          if (readiness.kind !== 'ready' || conditionMet(dependency.condition, containers)) return [];
          return [
            {
              message: `service "${service.name}" was never started: it waits for "${dependency.service}" to be healthy, ${why(dependency, containers)}`,
              cause: 'dependency-unmet' as const,
              at: dependency.at,
              subject: { service: service.name },
            },
          ];
        }),
      ),
};

function why({ service }: Dependency, containers: readonly ContainerSnapshot[]): string {
  return containers.some(({ state }) => state === 'exited')
    ? `but "${service}" completed`
    : `but "${service}" has no healthcheck`;
}
