import type { Cause } from '../../src/model/cause.js';
import type { Expected, Fault } from './fault.js';
import { COMPOSE, compose, CONFIG, job, prometheusFlags } from './patches.js';

const failed = (cause: Cause, line: string): Expected => ({
  code: 'runtime/service-failed',
  cause,
  file: COMPOSE,
  line,
});
const DATA = '      - prometheus-data:/prometheus\n';
/** The password is "right". */
const WEB_CONFIG = 'basic_auth_users:\n  scrapegate: $2b$04$abcdefghijklmnopqrstuuFmEfrkTQnczNzw475xE2VhDrK1uwJiC\n';

/** Prometheus itself: it does not start, does not answer, or makes other targets of its configuration. */
export const PROMETHEUS_FAULTS: readonly Fault[] = [
  {
    name: 'config-not-readable',
    title: 'the configuration belongs to another user, mode 0600',
    patches: [],
    modes: { 'prometheus/prometheus.yml': 0o600 },
    suppress: ['mounts/*'],
    expect: failed('config-not-readable', './prometheus:/etc/prometheus:ro'),
  },
  {
    name: 'storage-not-writable',
    title: 'the directory of the storage belongs to another user',
    patches: [compose(DATA, '      - ./data:/prometheus\n'), compose('\nvolumes:\n  prometheus-data:\n', '')],
    files: { 'data/README': { text: 'data\n' } },
    suppress: ['mounts/*'],
    expect: failed('storage-not-writable', './data:/prometheus'),
  },
  {
    name: 'storage-read-only',
    title: 'the volume of the storage is mounted read-only',
    patches: [compose(DATA, DATA.replace('/prometheus\n', '/prometheus:ro\n'))],
    suppress: ['mounts/*'],
    expect: failed('storage-not-writable', 'prometheus-data:/prometheus:ro'),
  },
  {
    name: 'storage-full',
    title: 'the file system of the storage is full: scrapes succeed, and nothing is stored',
    patches: [
      compose(DATA, ''),
      compose('\nvolumes:\n  prometheus-data:\n', ''),
      compose('\n  prometheus:\n', '\n  prometheus:\n    tmpfs: ["/prometheus:size=4k,uid=65534"]\n'),
    ],
    expect: {
      code: 'runtime/samples-not-stored',
      cause: 'storage-full',
      file: COMPOSE,
      line: 'tmpfs: ["/prometheus:size=4k',
    },
  },
  {
    name: 'unknown-flag',
    title: 'Prometheus gets a flag that it does not know',
    patches: [prometheusFlags('--storage.tsdb.retention.days=15')],
    suppress: ['prometheus/*'],
    expect: failed('flag-rejected', '--storage.tsdb.retention.days'),
  },
  {
    name: 'bad-flag-value',
    title: 'a flag of Prometheus has a value that it does not accept',
    patches: [prometheusFlags('--storage.tsdb.retention.time=fortnight')],
    suppress: ['prometheus/*'],
    expect: failed('flag-rejected', '--storage.tsdb.retention.time=fortnight'),
  },
  {
    name: 'config-rejected',
    title: 'Prometheus does not accept its configuration',
    patches: [job('scrape_timeout: 10s')],
    suppress: ['prometheus/*'],
    expect: { code: 'runtime/service-failed', cause: 'config-rejected', file: CONFIG, line: 'scrape_timeout: 10s' },
  },
  {
    name: 'behind-authentication',
    title: 'Prometheus wants a password that the gate was not given',
    patches: [
      prometheusFlags('--web.config.file=/etc/prometheus/web.yml'),
      compose('test: [CMD, promtool, check, ready, --url=http://127.0.0.1:9090]', 'test: [CMD, "true"]'),
    ],
    files: { 'prometheus/web.yml': { text: WEB_CONFIG } },
    suppress: ['startup/*', 'stack/*', 'scraping/*'],
    expect: {
      code: 'runtime/prometheus-unreachable',
      cause: 'prometheus-behind-authentication',
      file: COMPOSE,
      line: '--web.config.file',
    },
  },
  {
    name: 'prometheus-on-another-port',
    title: 'Prometheus listens on another port than its own job scrapes',
    patches: [
      prometheusFlags('--web.listen-address=127.0.0.1:9099'),
      compose('--url=http://127.0.0.1:9090]', '--url=http://127.0.0.1:9099]'),
    ],
    suppress: ['stack/*', 'startup/*'],
    expect: { code: 'runtime/target-down', cause: 'listens-on-another-port', file: CONFIG, line: 'localhost:9090' },
  },
  {
    name: 'dropped-by-relabelling',
    title: 'relabelling drops every target of a discovery',
    patches: [
      {
        file: CONFIG,
        from: '    static_configs:\n      - targets: [voice-ai-agent:8000]\n',
        to: `    dns_sd_configs:
      - names: [voice-ai-agent]
        type: A
        port: 8000
        refresh_interval: 2s
    relabel_configs:
      - source_labels: [__address__]
        regex: voice-ai-agent:.*
        action: keep
`,
      },
    ],
    expect: { code: 'runtime/target-dropped', cause: 'target-dropped', file: CONFIG, line: '- source_labels:' },
  },
  {
    name: 'target-missing',
    title: 'a discovery finds nothing for the job',
    patches: [
      {
        file: CONFIG,
        from: '    static_configs:\n      - targets: [voice-ai-agent:8000]\n',
        to: `    dns_sd_configs:
      - names: [agent.example.invalid]
        type: A
        port: 8000
        refresh_interval: 2s
`,
      },
    ],
    suppress: ['stack/*'],
    expect: { code: 'runtime/target-missing', cause: 'target-missing', file: CONFIG, line: 'agent.example.invalid' },
  },
];
