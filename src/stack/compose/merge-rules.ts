import { pathTable } from '../../model/path-table.js';

/**
 * How two values merge where it is not by their kind:
 * - `replace`: the later takes the place of the earlier
 * - `pairs`: lists of `KEY=VALUE` or mappings, as mappings
 * - `hosts`: the same or `NAME:ADDRESS`, as lists, since a name may have several addresses
 * - `names`: lists of names or mappings, as mappings
 * - `dependencies`: the same, where a name alone waits for the start
 * - `texts`: one text or a list of them, as lists
 * - `build`, `logging`, `limit`, `subnets`: see there
 */
export type MergeRule =
  'replace' | 'pairs' | 'hosts' | 'names' | 'dependencies' | 'texts' | 'build' | 'logging' | 'limit' | 'subnets';

const all = (rule: MergeRule, ...patterns: readonly string[]): Record<string, MergeRule> =>
  Object.fromEntries(patterns.map((pattern) => [pattern, rule]));
const service = (...keys: readonly string[]): string[] => keys.map((key) => `services.*.${key}`);

/** The exceptions of the Compose specification by path. */
export const MERGE_RULES = pathTable<MergeRule>({
  ...all('replace', ...service('command', 'entrypoint', 'healthcheck.test')),
  ...all(
    'pairs',
    ...service('environment', 'labels', 'annotations', 'sysctls', 'deploy.labels'),
    ...service('build.args', 'build.labels', 'build.additional_contexts'),
    ...['networks.*.labels', 'volumes.*.labels', 'configs.*.labels', 'secrets.*.labels'],
  ),
  ...all('hosts', ...service('extra_hosts', 'build.extra_hosts')),
  ...all('names', ...service('networks', 'models')),
  ...all('dependencies', ...service('depends_on')),
  ...all('texts', ...service('dns', 'dns_opt', 'dns_search', 'env_file', 'label_file', 'tmpfs')),
  ...all('build', ...service('build')),
  ...all('logging', ...service('logging')),
  ...all('limit', ...service('ulimits.*', 'build.ulimits.*')),
  ...all('subnets', 'networks.*.ipam.config'),
});
