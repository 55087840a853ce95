import { consequences, explainedServices } from '../failed-services.js';
import { readinessOf } from '../readiness.js';
import { failureEvidence } from '../failure-evidence.js';
import type { RuntimeRule } from '../rule.js';

/** A service that was still on its way when the time was over. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/service-not-ready',
  severity: 'error',
  stage: 'wait',
  summary: 'a service was not ready when the time was over',
  why: 'The service neither failed nor became ready before the deadline of the run.',
  remedy: 'raise --timeout, or find out what the service waits for',
  judge(run) {
    const { stack, plan, observation } = run;
    if (observation.interrupted !== 'deadline') return [];
    const explained = explainedServices(run);
    return stack.project.services.flatMap((service) => {
      const containers = observation.containers.filter((container) => container.service === service.name);
      const readiness = readinessOf(service.name, containers, plan, observation.atMs);
      if (readiness.kind !== 'waiting' || explained.has(service.name)) return [];
      const [first] = containers;
      return [
        {
          message: `service "${service.name}" was not ready in time: still waiting for ${readiness.reason}`,
          cause: first?.health === 'starting' ? ('healthcheck-slow' as const) : ('deadline-passed' as const),
          at: service.healthcheck?.at ?? service.at,
          subject: { service: service.name },
          related: consequences(run, service.name),
          ...(first ? { evidence: failureEvidence(run, service, first) } : {}),
        },
      ];
    });
  },
};
