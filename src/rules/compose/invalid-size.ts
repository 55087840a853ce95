import { pathTable } from '../../model/path-table.js';
import { placesOf, quoted } from '../compose-places.js';
import type { StackRule } from '../rule.js';

const SIZES = pathTable(
  Object.fromEntries(
    [
      ...['mem_limit', 'mem_reservation', 'mem_swappiness', 'memswap_limit', 'shm_size', 'build.shm_size'],
      ...['deploy.resources.limits.memory', 'deploy.resources.reservations.memory', 'volumes.[].tmpfs.size'],
      ...['blkio_config.device_read_bps.[].rate', 'blkio_config.device_write_bps.[].rate'],
      ...['blkio_config.device_read_iops.[].rate', 'blkio_config.device_write_iops.[].rate'],
    ].map((path) => [`services.*.${path}`, true]),
  ),
);
const SIZE = /^(?:[0-9]+\.?[0-9]*|\.[0-9]+) ?(?:b|[kmgtp](?:i?b)?)?$/i;

/** Sizes in bytes that Docker cannot read. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/invalid-size',
  severity: 'error',
  summary: 'a size in bytes has an unknown unit or is no number',
  why: 'Compose refuses a size that is no number with one of the units b, k, m, g, t, p (or kb, mb, …).',
  remedy: 'write a number with a unit, such as 512m or 1g',
  check: ({ project }) =>
    placesOf(project.root, SIZES)
      .filter(({ node }) => node.kind === 'scalar' && typeof node.value === 'string' && !SIZE.test(node.text))
      .map(({ node, name }) => ({
        message: `"${name}" is ${quoted(node)}, expected a size such as "512m" or "1.5g"`,
        at: node.at,
      })),
};
