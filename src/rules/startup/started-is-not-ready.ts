import type { ComposeService, Dependency } from '../../model/stack.js';
import { conditionFix } from '../dependency-edits.js';
import { baseImage, imageHasHealthcheck, isDataStore } from '../image-facts.js';
import { oneShot } from '../one-shot.js';
import type { StackRule } from '../rule.js';

/** They ask again until they get an answer. */
const PATIENT = new Set(['prometheus', 'alertmanager', 'grafana', 'exporter', 'proxy', 'tool', 'pushgateway']);

/** Services that wait for the start of a data store whose health they could wait for. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'startup/started-is-not-ready',
  severity: 'notice',
  summary: 'a service waits for the start of a database or queue, not until it is healthy',
  why: 'service_started is met as soon as the process exists. A database then still refuses connections, and a service that does not try again ends or starts without it.',
  remedy: 'wait with `condition: service_healthy`',
  check({ project }) {
    const services = new Map(project.services.map((service) => [service.name, service]));
    return project.services.flatMap((service) =>
      PATIENT.has(baseImage(service)?.role ?? '')
        ? []
        : service.dependsOn.flatMap((dependency) => {
            const other = services.get(dependency.service);
            if (!other || !couldWait(service, dependency, other)) return [];
            return [
              {
                message: `service "${service.name}" waits only for the start of "${other.name}", which has a healthcheck to wait for`,
                at: dependency.at,
                help: `write \`${other.name}: { condition: service_healthy }\` below depends_on`,
                subject: { service: service.name },
                related: [{ message: 'the healthcheck', at: other.healthcheck?.at ?? other.at }],
                fix: conditionFix(service, dependency, 'service_healthy'),
              },
            ];
          }),
    );
  },
};

function couldWait(service: ComposeService, { condition, at }: Dependency, other: ComposeService): boolean {
  if (condition !== 'service_started' || !isDataStore(other) || oneShot(other)) return false;
  const dependsOn = service.node.entries.get('depends_on')?.value;
  // What links or a shared namespace imply has no condition to write.
  if (!dependsOn || at.file !== dependsOn.at.file || at.start < dependsOn.at.start || at.end > dependsOn.at.end)
    return false;
  const { healthcheck } = other;
  if (healthcheck?.disabled) return false;
  return healthcheck !== undefined && healthcheck.test.length > 0 ? true : imageHasHealthcheck(other) === true;
}
