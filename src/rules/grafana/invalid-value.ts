import type { Document } from '../../model/document.js';
import { nearest } from '../../model/nearest.js';
import { text } from '../../model/yaml-node.js';
import { valuesOf } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';
import { documentProblems } from '../schema-problems.js';

/** Data sources that come with Grafana: a type that is close to one of them, but none of them, is a slip. */
const PLUGINS = [
  'alertmanager',
  'cloudwatch',
  'dashboard',
  'elasticsearch',
  'grafana',
  'grafana-azure-monitor-datasource',
  'grafana-postgresql-datasource',
  'grafana-pyroscope-datasource',
  'grafana-testdata-datasource',
  'graphite',
  'influxdb',
  'jaeger',
  'loki',
  'mixed',
  'mssql',
  'mysql',
  'opentsdb',
  'parca',
  'phlare',
  'postgres',
  'prometheus',
  'stackdriver',
  'tempo',
  'testdata',
  'zipkin',
];

/** Values of the wrong type, out of a closed list, or missing. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['grafana-datasources', 'grafana-dashboards'],
  code: 'grafana/invalid-value',
  severity: 'error',
  summary: 'a value of the wrong type, out of its list, or a required key that is missing',
  why: 'Grafana does not start when a provisioning file cannot be decoded. Without apiVersion it reads an old format with other keys, and without a known type a data source has no plugin.',
  remedy: 'write a value of the expected kind',
  check: (document) => [
    ...documentProblems(document).invalidValues,
    ...accessProblems(document),
    ...pluginProblems(document),
  ],
};

/** Grafana takes an access that it does not know for proxy. */
function accessProblems(document: Document): Problem[] {
  return valuesOf(document, 'access').flatMap(({ node }) => {
    const written = text(node);
    if (written === undefined || written.includes('$') || ['', 'proxy', 'direct'].includes(written)) return [];
    return {
      message: `"access" is "${written}", expected proxy or direct; Grafana uses proxy in its place`,
      at: node.at,
      help: 'write proxy, so that the server of Grafana asks the data source',
      severity: 'warning' as const,
    };
  });
}

function pluginProblems(document: Document): Problem[] {
  return valuesOf(document, 'plugin').flatMap(({ node }) => {
    const written = text(node);
    if (written === undefined || written.includes('$') || PLUGINS.includes(written)) return [];
    const similar = nearest(written, PLUGINS);
    // Anything else may be a plugin that is installed.
    if (similar === undefined) return [];
    return {
      message: `"type" is "${written}", which is no data source that comes with Grafana; did you mean "${similar}"?`,
      at: node.at,
      help: `write "${similar}", or install the plugin "${written}"`,
      severity: written.toLowerCase() === similar ? ('error' as const) : ('warning' as const),
    };
  });
}
