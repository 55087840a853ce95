import { openingsBeyondHost, shownOpenings } from '../exposure.js';
import { exposureProblem } from '../exposure-problem.js';
import { baseImage } from '../image-facts.js';
import type { StackRule } from '../rule.js';

/** A proxy of the Docker socket that the outside can reach. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/docker-api-exposed',
  severity: 'warning',
  summary: 'the Docker API is published beyond this machine by a proxy of its socket',
  why: 'Who reaches the Docker API reads the environment of all containers, and with write access starts containers as root of the machine. A proxy of the socket restricts what can be asked, not who may ask.',
  remedy: 'remove the port: services of the project reach the proxy on its network',
  check: (stack) =>
    stack.project.services.flatMap((service) => {
      if (baseImage(service)?.name !== 'docker-socket-proxy') return [];
      const openings = openingsBeyondHost(stack, service);
      if (openings.length === 0) return [];
      const problem = exposureProblem(stack, service, {
        what: 'the Docker API',
        instead: 'remove the port: services of the project reach it on its network',
      });
      return problem
        ? [{ ...problem, message: `service "${service.name}" publishes the Docker API: ${shownOpenings(openings)}` }]
        : [];
    }),
};
