import { addressProblems } from '../address-endpoints.js';
import type { StackRule } from '../rule.js';

/** Alertmanagers, remote storage, webhooks, probes and the like that are generated container names. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/address-generated-name',
  severity: 'warning',
  summary: "an address in a configuration is a container name that Compose makes of the project's name",
  why: "Compose calls containers PROJECT-SERVICE-1. The name changes with the directory, with -p and with a gate's own project name; Compose v1 wrote underscores, which no longer resolve.",
  remedy: 'write the name of the service, which is the same in every project',
  check: (stack) => addressProblems(stack, 'generated-name'),
};
