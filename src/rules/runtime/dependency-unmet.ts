import type { ContainerSnapshot } from '../../model/observation.js';
import type { Dependency } from '../../model/stack.js';
import { conditionMet, judgeService } from '../readiness.js';
import { consequences } from '../failed-services.js';
import { waitingChains } from '../waiting-chain.js';
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
  judge: (run) => {
    const { stack, plan, observation } = run;
    return stack.project.services
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
              related: consequences(run, service.name),
              evidence: [
                `state: "${dependency.service}" is ${states(containers)}`,
                ...waitingChains(run, dependency.service).map((chain) => `waiting for it: ${chain}`),
              ],
            },
          ];
        }),
      );
  },
};

function states(containers: readonly ContainerSnapshot[]): string {
  const all = containers.map(({ state, health, exitCode }) =>
    state === 'exited' ? `exited with code ${String(exitCode)}` : `${state}, health ${health}`,
  );
  return [...new Set(all)].join('; ');
}

function why({ service }: Dependency, containers: readonly ContainerSnapshot[]): string {
  return containers.some(({ state }) => state === 'exited')
    ? `but "${service}" completed`
    : `but "${service}" has no healthcheck`;
}
