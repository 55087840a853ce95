import type { Cause } from '../../src/model/cause.js';
import type { Expected, Fault, Patch } from './fault.js';

const COMPOSE = 'compose.yml';
const CONFIG = 'prometheus/prometheus.yml';
const RULES = 'prometheus/rules/voice-ai-agent.yml';
const SOURCE = 'grafana/provisioning/datasources/prometheus.yml';

const BUSY = 'expr: voice_agent_active_sessions > 100';
const ALERTMANAGERS = '    - static_configs:\n        - targets: [alertmanager:9093]\n';
const CONFIG_MOUNT = '- ./prometheus:/etc/prometheus:ro';
const DATA = '- prometheus-data:/prometheus';

const rule = (expression: string): Patch => ({ file: RULES, from: BUSY, to: `expr: ${expression}` });
const alertmanagers = (to: string): Patch => ({ file: CONFIG, from: ALERTMANAGERS, to });
const url = (to: string): Patch => ({ file: SOURCE, from: 'url: http://prometheus:9090', to: `url: ${to}` });
const data = (to: string): Patch => ({ file: COMPOSE, from: `      ${DATA}\n`, to });
/** Prometheus is built here, with a copy of its configuration and one more step. */
const baked = (step: string): Pick<Fault, 'patches' | 'files'> => ({
  patches: [
    {
      file: COMPOSE,
      from: 'image: ${PROMETHEUS_IMAGE:-prom/prometheus:v',
      to: 'build: ./prometheus # ${PROMETHEUS_IMAGE:-prom/prometheus:v',
    },
    { file: COMPOSE, from: `      ${CONFIG_MOUNT}\n`, to: '' },
    {
      file: COMPOSE,
      from: 'build: ./prometheus #',
      to: 'build:\n      context: ./prometheus\n      args:\n        BASE: ${PROMETHEUS_IMAGE}\n    #',
    },
  ],
  files: {
    'prometheus/Dockerfile': `ARG BASE\nFROM $BASE\nUSER root\nCOPY . /etc/prometheus/\nRUN ${step}\nUSER 65534\n`,
  },
});
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
      name: 'rules-not-in-image',
      title: 'the image of Prometheus lacks the file of rules',
      ...baked('rm /etc/prometheus/rules/voice-ai-agent.yml'),
      expect: { code: 'runtime/rules-not-loaded', cause: 'rules-not-loaded', file: CONFIG, line: 'rules/*.yml' },
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
      title: 'the image of Prometheus has a changed copy of the configuration',
      ...baked("sed -i 's/job_name: voice-ai-agent/job_name: voice-agent/' /etc/prometheus/prometheus.yml"),
      expect: {
        code: 'runtime/config-not-on-disk',
        cause: 'config-not-on-disk',
        file: 'prometheus/Dockerfile',
        line: 'COPY',
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
      name: 'storage-not-writable',
      title: 'Prometheus runs as a user who may not write its volume',
      patches: [
        {
          file: COMPOSE,
          from: '    volumes:\n      - ./prometheus:',
          to: '    user: "1234:1234"\n    volumes:\n      - ./prometheus:',
        },
      ],
      suppress: ['mounts/*'],
      expect: failed('storage-not-writable', DATA),
    },
    {
      name: 'storage-read-only',
      title: 'the volume of Prometheus is mounted read-only',
      patches: [data(`      ${DATA}:ro\n`)],
      suppress: ['mounts/*'],
      expect: failed('storage-read-only', DATA),
    },
    {
      name: 'storage-full',
      title: 'the file system of the data of Prometheus is full',
      patches: [
        data(''),
        {
          file: COMPOSE,
          from: '    volumes:\n      - ./prometheus:',
          to: '    tmpfs: ["/prometheus:size=8k,mode=1777"]\n    volumes:\n      - ./prometheus:',
        },
        { file: COMPOSE, from: '\nvolumes:\n  prometheus-data:\n', to: '' },
      ],
      suppress: ['mounts/*', 'scraping/*'],
      expect: failed('storage-full', 'tmpfs:'),
    },
    {
      name: 'config-unreadable',
      title: 'only another user may read the configuration of Prometheus',
      patches: [],
      modes: { [CONFIG]: 0o600 },
      suppress: ['mounts/*'],
      expect: failed('config-unreadable', CONFIG_MOUNT),
    },
  ] satisfies Fault[]
).map((fault) => ({ ...fault, stack: 'pipeline' }));
