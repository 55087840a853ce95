import { pathTable } from './path-table.js';

/** What Compose makes of a text at a place where it wants no text. */
export type Cast = 'integer' | 'number' | 'boolean';

const kinds = (cast: Cast, ...patterns: readonly string[]): Record<string, Cast> =>
  Object.fromEntries(patterns.map((pattern) => [pattern, cast]));
const service = (...keys: readonly string[]): string[] => keys.map((key) => `services.*.${key}`);

/** Where texts, also those of variables, are read as something else. A list's items are the key `[]`. */
export const COMPOSE_CASTS = pathTable<Cast>({
  ...kinds(
    'integer',
    ...service('cpu_count', 'cpu_period', 'cpu_quota', 'cpu_rt_period', 'cpu_rt_runtime', 'cpu_shares', 'scale'),
    ...service('oom_score_adj', 'pids_limit', 'healthcheck.retries', 'configs.[].mode', 'secrets.[].mode'),
    ...service('deploy.replicas', 'deploy.update_config.parallelism', 'deploy.rollback_config.parallelism'),
    ...service('deploy.restart_policy.max_attempts', 'deploy.placement.max_replicas_per_node'),
    ...service('deploy.resources.limits.pids', 'deploy.resources.reservations.pids'),
    ...service('ulimits.*', 'ulimits.*.hard', 'ulimits.*.soft', 'ports.[].target'),
  ),
  ...kinds(
    'number',
    ...service('deploy.resources.limits.cpus', 'deploy.resources.reservations.cpus'),
    ...service(
      'cpus',
      'cpu_percent',
      'deploy.update_config.max_failure_ratio',
      'deploy.rollback_config.max_failure_ratio',
    ),
  ),
  ...kinds(
    'boolean',
    ...service('attach', 'build.no_cache', 'build.pull', 'build.privileged', 'env_file.[].required'),
    ...service('init', 'oom_kill_disable', 'privileged', 'read_only', 'stdin_open', 'tty', 'healthcheck.disable'),
    ...service('volumes.[].read_only', 'volumes.[].volume.nocopy', 'volumes.[].bind.create_host_path'),
    ...['networks.*.external', 'networks.*.internal', 'networks.*.attachable', 'networks.*.enable_ipv4'],
    ...['networks.*.enable_ipv6', 'volumes.*.external', 'secrets.*.external', 'configs.*.external'],
  ),
});

const TRUE = new Set(['true', 'y', 'yes', 'on']);
const FALSE = new Set(['false', 'n', 'no', 'off']);

/** The text as the kind of value that is wanted; undefined when it is none. */
export function castText(text: string, cast: Cast): number | boolean | undefined {
  if (cast === 'integer') return /^[-+]?[0-9]+$/.test(text) ? Number(text) : undefined;
  if (cast === 'number')
    return /^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(text) ? Number(text) : undefined;
  const lower = text.toLowerCase();
  return TRUE.has(lower) ? true : FALSE.has(lower) ? false : undefined;
}
