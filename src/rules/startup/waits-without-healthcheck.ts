import type { ComposeService, Dependency } from '../../model/stack.js';
import { asTest, suggestedTest } from '../healthcheck-suggestion.js';
import { baseImage, imageHasHealthcheck } from '../image-facts.js';
import type { Problem, StackRule } from '../rule.js';

/** Services that wait for the health of one that has no healthcheck. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'startup/waits-without-healthcheck',
  severity: 'error',
  summary: 'a service waits with service_healthy for one that has no healthcheck',
  why: 'Without a healthcheck a container is never healthy. Compose ends with "has no healthcheck configured", and what waits is not started.',
  remedy: 'add a healthcheck to the service that is waited for, or wait with service_started',
  check({ project }) {
    const services = new Map(project.services.map((service) => [service.name, service]));
    return project.services.flatMap((service) =>
      service.dependsOn.flatMap((dependency) => {
        const other = services.get(dependency.service);
        if (dependency.condition !== 'service_healthy' || !other) return [];
        const problem = judge(service, dependency, other);
        return problem ? [{ ...problem, at: dependency.at, subject: { service: service.name } }] : [];
      }),
    );
  },
};

function judge(service: ComposeService, dependency: Dependency, other: ComposeService): Problem | undefined {
  const { healthcheck } = other;
  // A provider says itself when it is ready.
  if (other.node.entries.has('provider')) return undefined;
  if (healthcheck && !healthcheck.disabled && healthcheck.test.length > 0) return undefined;
  const fromImage = healthcheck?.disabled === true ? false : imageHasHealthcheck(other);
  if (fromImage === true) return undefined;
  const known = baseImage(other);
  const suggestion = known && suggestedTest(known);
  const what =
    healthcheck?.disabled === true
      ? 'which switches its healthcheck off'
      : fromImage === false
        ? 'which has no healthcheck'
        : other.hasBuild
          ? 'which has no healthcheck unless its image brings one'
          : `which has no healthcheck unless the image "${other.image?.value ?? ''}" brings one`;
  // Without what is not required Compose goes on, and says so.
  const certain = fromImage === false && dependency.required;
  return {
    message: `service "${service.name}" waits until service "${other.name}" is healthy, ${what}`,
    help: suggestion
      ? `add \`healthcheck: { test: ${asTest(suggestion)} }\` to "${other.name}", or wait with service_started`
      : `add a healthcheck to "${other.name}", or wait with service_started`,
    related: [
      healthcheck
        ? { message: 'its healthcheck', at: healthcheck.at }
        : { message: 'the service without a healthcheck', at: other.at },
    ],
    ...(certain ? {} : { severity: 'warning' as const }),
  };
}
