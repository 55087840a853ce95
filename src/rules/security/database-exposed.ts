import { exposureProblem } from '../exposure-problem.js';
import { baseImage } from '../image-facts.js';
import type { StackRule } from '../rule.js';
import { databaseAuthentication } from '../server-authentication.js';

/** Databases, caches and queues that the outside can reach. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/database-exposed',
  severity: 'warning',
  summary: 'a database, cache or queue is published beyond this machine',
  why: 'Machines search the internet for open databases all the time; one without a password is read, encrypted or used to run programs within hours. With a password it is still tried day and night. Services of the project need no published port. Ports that Docker publishes are open also where the firewall of the host says otherwise.',
  remedy: 'remove the port, or publish it on 127.0.0.1',
  check: (stack) =>
    stack.project.services.flatMap((service) => {
      const known = baseImage(service);
      const authentication = databaseAuthentication(stack, service);
      if (!known || authentication === undefined) return [];
      if (authentication === 'none')
        return (
          exposureProblem(stack, service, {
            what: `${known.title} without authentication`,
            instead: known.authentication?.how ?? 'turn on authentication',
          }) ?? []
        );
      const instead = 'remove the port: services of the project reach it on its network';
      return exposureProblem(stack, service, { what: known.title, instead, severity: 'notice' }) ?? [];
    }),
};
