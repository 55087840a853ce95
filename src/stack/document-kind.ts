import type { JudgedKind } from '../model/document.js';
import type { YamlNode } from '../model/yaml-node.js';

/** Keys that only one kind of file has at its top; the first kind that has one of them is taken. */
const TELLING: readonly (readonly [JudgedKind, readonly string[]])[] = [
  ['rule-tests', ['tests', 'evaluation_interval']],
  ['grafana-datasources', ['datasources', 'deleteDatasources']],
  ['grafana-dashboards', ['providers']],
  ['dashboard', ['panels', 'schemaVersion', 'templating', 'rows', '__inputs']],
  ['rules', ['groups']],
  ['blackbox', ['modules']],
  ['alertmanager', ['route', 'receivers', 'inhibit_rules', 'templates', 'time_intervals', 'mute_time_intervals']],
  ['web', ['tls_server_config', 'http_server_config', 'basic_auth_users', 'rate_limit']],
  ['compose', ['services', 'include']],
  [
    'prometheus',
    ['scrape_configs', 'rule_files', 'alerting', 'remote_write', 'remote_read', 'global', 'storage', 'otlp', 'tracing'],
  ],
];

/** The kind of a file by its content; undefined when nothing in it tells. */
export function kindOf(root: YamlNode | undefined): JudgedKind | undefined {
  if (root?.kind === 'sequence') {
    const [first] = root.items;
    return first?.kind === 'mapping' && first.entries.has('targets') ? 'target-groups' : undefined;
  }
  if (root?.kind !== 'mapping') return undefined;
  return TELLING.find(([, keys]) => keys.some((key) => root.entries.has(key)))?.[0];
}
