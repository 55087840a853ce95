import { meaningOfHost } from '../model/address.js';
import type { ComposeService, Stack } from '../model/stack.js';
import { addressesOf, askedAddresses, type AskedAddress } from './asked-addresses.js';
import { healthcheckCommand, type HealthcheckCommand, type ProbeCommand } from './healthcheck-command.js';
import { certainlyFails } from './healthcheck-outcome.js';

/** A healthcheck with the addresses of its own container that it asks. */
export interface SelfCheck {
  readonly service: ComposeService;
  readonly healthcheck: HealthcheckCommand;
  readonly asked: readonly AskedAddress[];
}

const known = new WeakMap<Stack, readonly SelfCheck[]>();

/** The healthchecks that ask their own container; those that share the network of another one are left out. */
export function selfChecks(stack: Stack): readonly SelfCheck[] {
  let checks = known.get(stack);
  if (!checks) {
    checks = stack.project.services.flatMap((service) => {
      const healthcheck = service.networkMode ? undefined : healthcheckCommand(service);
      const asked = healthcheck ? askedAddresses(healthcheck).filter(({ host }) => isOwn(stack, service, host)) : [];
      return healthcheck && asked.length > 0 ? [{ service, healthcheck, asked }] : [];
    });
    known.set(stack, checks);
  }
  return checks;
}

/** Whether a host name leads to the loopback device. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/i.test(host);
}

function isOwn(stack: Stack, service: ComposeService, host: string): boolean {
  if (isLoopback(host) || host === '0.0.0.0') return true;
  const meaning = meaningOfHost(stack, service, host);
  return meaning.kind === 'service' && meaning.service === service;
}

/** Whether a healthcheck certainly fails because everything that one of its commands asks is `wrong`. */
export function failsBy(healthcheck: HealthcheckCommand, wrong: (address: AskedAddress) => boolean): boolean {
  const fails = (command: ProbeCommand): boolean => {
    const addresses = addressesOf(command);
    return addresses.length > 0 && addresses.every(wrong);
  };
  return certainlyFails(healthcheck, fails);
}
