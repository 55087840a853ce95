import type { ComposeService, Stack } from '../../model/stack.js';
import { asTest, healthUrl, suggestedTest } from '../healthcheck-suggestion.js';
import { addHealthcheck } from '../healthcheck-edits.js';
import { baseImage, imageHasHealthcheck, serverTitle } from '../image-facts.js';
import type { StackRule } from '../rule.js';

/** Servers that could say whether they are well and are not asked. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'startup/healthcheck-missing',
  severity: 'notice',
  summary: 'Prometheus, or a server that others depend on, has no healthcheck',
  why: 'Without a healthcheck Docker counts a container as ready as soon as its process exists, so neither Compose nor a deploy can tell whether it answers.',
  remedy: 'add a healthcheck with a program that the image has',
  check(stack) {
    const { project, prometheus } = stack;
    const needed = new Set(project.services.flatMap(({ dependsOn }) => dependsOn.map(({ service }) => service)));
    return project.services.flatMap((service) => {
      const isPrometheus = service.name === prometheus?.service.name;
      if (!isPrometheus && !needed.has(service.name)) return [];
      const test = testFor(stack, service);
      if (!test) return [];
      const why = isPrometheus ? '' : ', although others depend on it';
      return [
        {
          message: `service "${service.name}" has no healthcheck${why}`,
          at: service.at,
          help: `add \`healthcheck: { test: ${asTest(test)} }\``,
          subject: { service: service.name },
          fix: addHealthcheck(service, asTest(test)),
        },
      ];
    });
  },
};

/** A healthcheck that the service could have; undefined when it has one, or none is known that suits it. */
function testFor({ prometheus, project }: Stack, service: ComposeService): readonly string[] | undefined {
  if (service.healthcheck || imageHasHealthcheck(service) !== false || !serverTitle(service)) return undefined;
  // That somebody waits for its health is an error, and said there.
  const awaited = project.services.some(({ dependsOn }) =>
    dependsOn.some((one) => one.service === service.name && one.condition === 'service_healthy'),
  );
  const known = baseImage(service);
  if (awaited || !known) return undefined;
  // Ports, users and certificates of its own make it another question.
  const own = [...service.entrypoint, ...service.command].some(({ value }) =>
    /listen|port|web\.config\.file|requirepass|tls/i.test(value),
  );
  const prefix = prometheus?.service.name === service.name ? prometheus.routePrefix : '';
  return own ? undefined : suggestedTest(known, healthUrl(known, prefix));
}
