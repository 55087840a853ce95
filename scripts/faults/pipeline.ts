import type { Cause } from '../../src/model/cause.js';
import type { Expected, Fault, Patch } from './fault.js';

const COMPOSE = 'compose.yml';
const CONFIG = 'prometheus/prometheus.yml';
const RULES = 'prometheus/rules/voice-ai-agent.yml';
const SOURCE = 'grafana/provisioning/datasources/prometheus.yml';

const BUSY = 'expr: voice_agent_active_sessions > 100';
const ALERTMANAGERS = '    - static_configs:\n        - targets: [alertmanager:9093]\n';
const CONFIG_MOUNT = '- ./prometheus:/etc/prometheus:ro';

const rule = (expression: string): Patch => ({ file: RULES, from: BUSY, to: `expr: ${expression}` });
const alertmanagers = (to: string): Patch => ({ file: CONFIG, from: ALERTMANAGERS, to });
const url = (to: string): Patch => ({ file: SOURCE, from: 'url: http://prometheus:9090', to: `url: ${to}` });
const failed = (cause: Cause, line: string): Expected => ({
  code: 'runtime/service-failed',
  cause,
  file: COMPOSE,
  line,
});

/** Everything that breaks the pipeline beside its targets. */
export const PIPELINE_FAULTS: readonly Fault[] = (
  [
    {
      name: 'pipeline-healthy',
      title: 'rules, Alertmanager, Grafana and its data source, all as they should be',
      patches: [],
      expect: { 2: 'healthy', 3: 'healthy' },
    },
    {
      name: 'rule-many-to-many',
      title: 'a rule matches one series with several',
      patches: [rule('voice_agent_active_sessions * on() up > 100')],
      expect: { code: 'runtime/rule-failing', cause: 'rule-fails', file: RULES, line: 'on() up' },
    },
    {
      name: 'rule-same-labels',
      title: 'the results of a rule have the same labels',
      patches: [rule('label_replace(label_replace(up, "job", "a", "", ""), "instance", "b", "", "") > 100')],
      expect: { code: 'runtime/rule-failing', cause: 'rule-fails', file: RULES, line: 'label_replace' },
    },
    {
      name: 'alertmanager-port',
      title: 'the Alertmanager is named with a port on which nothing listens',
      patches: [alertmanagers(ALERTMANAGERS.replace('9093', '9095'))],
      suppress: ['stack/*'],
      expect: {
        code: 'runtime/alertmanager-unreachable',
        cause: 'alertmanager-unreachable',
        file: CONFIG,
        line: 'alertmanager:9095',
      },
    },
    {
      name: 'alertmanager-path',
      title: 'the Alertmanager is named with a path_prefix that it does not have',
      patches: [alertmanagers(`    - path_prefix: /alerts\n${ALERTMANAGERS.replace('-', ' ')}`)],
      suppress: ['stack/*'],
      expect: {
        code: 'runtime/alertmanager-unreachable',
        cause: 'alertmanager-unreachable',
        file: CONFIG,
        line: 'path_prefix: /alerts',
      },
    },
    {
      name: 'alertmanager-scheme',
      title: 'the Alertmanager is asked by HTTPS and speaks plain HTTP',
      patches: [alertmanagers(`    - scheme: https\n${ALERTMANAGERS.replace('-', ' ')}`)],
      suppress: ['stack/*', 'scraping/*'],
      expect: {
        code: 'runtime/alertmanager-unreachable',
        cause: 'alertmanager-unreachable',
        file: CONFIG,
        line: 'scheme: https',
      },
    },
    {
      name: 'alertmanager-dropped',
      title: 'relabelling in `alerting` drops the only Alertmanager',
      patches: [
        alertmanagers(
          `${ALERTMANAGERS}      relabel_configs:\n        - source_labels: [__address__]\n          regex: alertmanager.*\n          action: drop\n`,
        ),
      ],
      expect: {
        code: 'runtime/alertmanager-unreachable',
        cause: 'alertmanager-missing',
        file: CONFIG,
        line: 'relabel_configs:',
      },
    },
    {
      name: 'config-rewritten',
      title: 'an entry point starts Prometheus with a changed copy of the configuration',
      patches: [
        {
          file: COMPOSE,
          from: '    volumes:\n      - ./prometheus:',
          to: '    entrypoint: [sh, /etc/prometheus/start.sh]\n    volumes:\n      - ./prometheus:',
        },
      ],
      files: {
        'prometheus/start.sh': {
          text: `cp -r /etc/prometheus /tmp/prometheus
sed -i 's/job_name: voice-ai-agent/job_name: voice-agent/' /tmp/prometheus/prometheus.yml
exec prometheus --config.file=/tmp/prometheus/prometheus.yml --storage.tsdb.path=/prometheus
`,
        },
      },
      suppress: ['mounts/*'],
      expect: {
        code: 'runtime/config-not-on-disk',
        cause: 'config-not-on-disk',
        file: COMPOSE,
        line: 'entrypoint:',
      },
    },
    {
      name: 'datasource-port',
      title: 'the data source of Grafana has a port on which nothing listens',
      patches: [url('http://prometheus:9099')],
      suppress: ['grafana/*'],
      expect: {
        code: 'runtime/datasource-broken',
        cause: 'grafana-datasource-broken',
        file: SOURCE,
        line: 'prometheus:9099',
      },
    },
    {
      name: 'datasource-path',
      title: 'the data source of Grafana has a path that Prometheus does not serve',
      patches: [url('http://prometheus:9090/prometheus')],
      expect: {
        code: 'runtime/datasource-broken',
        cause: 'grafana-datasource-broken',
        file: SOURCE,
        line: '/prometheus',
      },
    },
    {
      name: 'rules-not-readable',
      title: 'only another user may read a file of rules',
      patches: [],
      modes: { [RULES]: 0o600 },
      suppress: ['mounts/*'],
      expect: failed('config-not-readable', CONFIG_MOUNT),
    },
  ] satisfies Fault[]
).map((fault) => ({ ...fault, stack: 'pipeline' }));
