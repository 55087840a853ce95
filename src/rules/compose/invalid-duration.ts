import { pathTable } from '../../model/path-table.js';
import { placesOf, quoted } from '../compose-places.js';
import type { StackRule } from '../rule.js';

const DURATIONS = pathTable(
  Object.fromEntries(
    [
      ...['healthcheck.interval', 'healthcheck.timeout', 'healthcheck.start_period', 'healthcheck.start_interval'],
      ...['stop_grace_period', 'deploy.restart_policy.delay', 'deploy.restart_policy.window'],
      ...['deploy.update_config.delay', 'deploy.update_config.monitor'],
      ...['deploy.rollback_config.delay', 'deploy.rollback_config.monitor'],
    ].map((path) => [`services.*.${path}`, true]),
  ),
);
const DURATION = /^[-+]?(?:0|(?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h|d|w))+)$/;

/** Durations that Go cannot read. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/invalid-duration',
  severity: 'error',
  summary: 'a duration has no unit or is no duration',
  why: 'Compose refuses a duration such as "10" or "1 min": every number needs one of the units us, ms, s, m, h, d, w.',
  remedy: 'write a number with a unit, such as 10s or 1m30s',
  check: ({ project }) =>
    placesOf(project.root, DURATIONS)
      // Numbers without quotes are the schema's.
      .filter(({ node }) => node.kind === 'scalar' && typeof node.value === 'string' && !DURATION.test(node.text))
      .map(({ node, name }) => ({
        message: `"${name}" is ${quoted(node)}, expected a duration such as "30s" or "1m30s"`,
        at: node.at,
      })),
};
