// The schema of each kind of configuration file, by the kind's name in src/model/document.ts.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);

/** One of our own schemas, read. */
export function ownSchema(name) {
  return JSON.parse(readFileSync(join(root, 'schemas', `${name}.schema.json`), 'utf8'));
}

const prometheus = ownSchema('prometheus');

export const documentSchemas = {
  prometheus,
  // What scrape_config_files of a prometheus.yml may hold is one section of it.
  'scrape-configs': {
    ...prometheus,
    $id: 'urn:scrapegate:scrape-configs',
    title: 'file of scrape_config_files of Prometheus 2.x and 3.x',
    properties: { scrape_configs: prometheus.properties.scrape_configs },
  },
  'target-groups': ownSchema('target-groups'),
  rules: ownSchema('rules'),
  'rule-tests': ownSchema('rule-tests'),
  'grafana-datasources': ownSchema('grafana-datasources'),
  'grafana-dashboards': ownSchema('grafana-dashboards'),
  dashboard: ownSchema('dashboard'),
  alertmanager: ownSchema('alertmanager'),
  web: ownSchema('web'),
  blackbox: ownSchema('blackbox'),
};
