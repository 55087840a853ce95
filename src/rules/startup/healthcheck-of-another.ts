import { meaningOfHost } from '../../model/address.js';
import { askedAddresses } from '../asked-addresses.js';
import { healthcheckCommand } from '../healthcheck-command.js';
import type { StackRule } from '../rule.js';

/** Healthchecks that ask another service. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'startup/healthcheck-of-another',
  severity: 'warning',
  summary: 'a healthcheck asks another service, so it says nothing about its own',
  why: 'The service counts as healthy while it does not answer itself, and as unhealthy when the other one has a bad moment.',
  remedy: 'ask the service itself at 127.0.0.1, and give the other one a healthcheck of its own',
  check: (stack) =>
    stack.project.services.flatMap((service) => {
      const healthcheck = healthcheckCommand(service);
      if (!healthcheck) return [];
      const asked = askedAddresses(healthcheck).map((address) => ({
        address,
        meaning: meaningOfHost(stack, service, address.host),
      }));
      // A check that asks itself as well as what it needs is meant so.
      if (asked.some(({ meaning }) => meaning.kind !== 'service' || meaning.service === service)) return [];
      return asked.slice(0, 1).flatMap(({ address, meaning }) =>
        meaning.kind === 'service'
          ? [
              {
                message: `the healthcheck of service "${service.name}" asks "${address.url}", which is service "${meaning.service.name}": it says nothing about "${service.name}" itself`,
                at: address.hostAt,
                help: `ask "${service.name}" itself at 127.0.0.1; where it has to wait for "${meaning.service.name}", use depends_on with service_healthy`,
                subject: { service: service.name },
                related: [{ message: 'the service that is asked', at: meaning.service.at }],
              },
            ]
          : [],
      );
    }),
};
