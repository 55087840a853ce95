import { CONTAINER_FAULTS } from './containers.js';
import type { Fault, HealthyVariant } from './fault.js';
import { HEALTHCHECK_FAULTS } from './healthchecks.js';
import { PROMETHEUS_FAULTS } from './prometheus.js';
import { START_FAULTS } from './starts.js';
import { TARGET_FAULTS } from './targets.js';
import { HEALTHY_VARIANTS } from './variants.js';

/** Every fault of the matrix, in the order of the table. */
export const FAULTS: readonly Fault[] = [
  ...START_FAULTS,
  ...CONTAINER_FAULTS,
  ...HEALTHCHECK_FAULTS,
  ...PROMETHEUS_FAULTS,
  ...TARGET_FAULTS,
];

/** Every stack that works in its own way. */
export const VARIANTS: readonly HealthyVariant[] = HEALTHY_VARIANTS;
